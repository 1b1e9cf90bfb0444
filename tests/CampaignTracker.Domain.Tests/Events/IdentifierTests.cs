using CampaignTracker.Domain.Events;
using CsCheck;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests.Events;

/// <summary>Identifiers are compared as institutions read them.</summary>
public class IdentifierTests
{
    [Theory]
    [InlineData("ta", "P7_TA(2013)0190", "TA", "P7_TA(2013)0190")]
    [InlineData("ta", "P7_TA(2013)0190", " ta ", "p7-ta (2013) 0190")]
    [InlineData("ta", "P7_TA(2013)0190", "ta", "P7_TA(2013)0190 ")]
    [InlineData("ta", "P7_TA(2013)0190", "ta", "P7_TA(2013)0190.")]
    [InlineData("ta", "P7_TA(2013)0190", "ta", "Texts adopted, P7\u2011TA(2013)190;")]
    [InlineData("celex", "52013IP0190", "celex", "CELEX:52013IP0190")]
    [InlineData("celex", "52013IP0190", "CELEX", "celex No. 52013ip0190")]
    [InlineData("celex", "52013IP0190", "celex", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52013IP0190")]
    [InlineData("oj", "C 45, 5.2.2016, p. 85", "oj", "OJ C 45, 5.2.2016, p. 85")]
    [InlineData("oj", "C 45, 5.2.2016, p. 85", "oj", "OJ C 045, 05.02.2016, p.85")]
    [InlineData("oj", "C 45, 5.2.2016, p. 85", "oj", "Official Journal of the European Union C\u00A045, 5.2.2016, p. 85")]
    [InlineData("motion", "RC-B7-0167/2013", "motion", "joint motion for a resolution RC B7-0167/2013")]
    [InlineData("question", "E-002412/2015", "question", "Written question E-2412/2015")]
    [InlineData("procedure", "2013/2600(RSP)", "procedure", "2013/2600 (RSP)")]
    [InlineData("eli", "eli/reg/2016/679/oj", "eli", "http://data.europa.eu/eli/reg/2016/679/oj")]
    [InlineData("law", "№ 190-V ЗРК", "Law", "№ 190‑V зрк")]
    public void One_identifier_written_in_two_ways(string scheme, string value, string otherScheme, string other) =>
        new Identifier(otherScheme, other).Canonical().ShouldBe(new Identifier(scheme, value).Canonical());

    [Theory]
    [InlineData("ta", "P7_TA(2013)0190", "ta", "P7_TA(2013)0191")]
    [InlineData("ta", "P7_TA(2013)0190", "report", "P7_TA(2013)0190")]
    [InlineData("oj", "C 45, 15.2.2016, p. 85", "oj", "C 451, 5.2.2016, p. 85")]
    [InlineData("motion", "B7-0167/2013", "motion", "RC-B7-0167/2013")]
    [InlineData("question", "E-2412/2015", "question", "E-24120/2015")]
    [InlineData("celex", "52013IP0190", "celex", "52013IP190")]
    public void Two_identifiers_that_look_alike(string scheme, string value, string otherScheme, string other) =>
        new Identifier(otherScheme, other).Canonical().ShouldNotBe(new Identifier(scheme, value).Canonical());

    [Theory]
    [InlineData("ta", "P7_TA(2013)0190")]
    [InlineData("celex", "CELEX")]
    [InlineData("oj", "OJ of the European Union")]
    [InlineData("", "")]
    [InlineData("?", "?!")]
    [InlineData("ta", "\ud800")]
    [InlineData("TA", "0000")]
    public void What_is_compared_stays_as_it_is_when_it_is_compared_again(string scheme, string value)
    {
        var canonical = new Identifier(scheme, value).Canonical();
        canonical.Canonical().ShouldBe(canonical);
    }

    [Fact]
    public void It_stays_so_whatever_was_written() => Gen.Select(
        Gen.Int[0, 4].Select(i => new[] { "ta", "celex", "OJ", "question", "x" }[i]),
        Gen.Frequency((1, Gen.String), (2, Gen.Int[0, 9].Select(i => new[] { "celex", ":", "OJ", "no.", "written", "0190", " ", "İ", "C", "/" }[i]).Array[0, 8].Select(string.Concat))))
        .Sample((scheme, value) => new Identifier(scheme, value).Canonical() is var canonical && canonical.Canonical() == canonical);
}
