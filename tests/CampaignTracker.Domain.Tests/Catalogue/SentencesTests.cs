using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Edtf;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Catalogue;

public class SentencesTests
{
    private static readonly EdtfDate Day = On("2013-04-18");

    public static TheoryData<CampaignEvent, string> Told { get; } = new()
    {
        { new Arrested { Occurred = Day }, "Vladimir Kozlov was arrested" },
        { new Arrested("KNB", Place: "Almaty") { Occurred = Day }, "Vladimir Kozlov was arrested by KNB in Almaty" },
        { new Arrested("", "") { Occurred = Day }, "Vladimir Kozlov was arrested" },
        { new ParoleDecided(false, "The court") { Occurred = Day }, "Parole was denied to Vladimir Kozlov by The court" },
        { new ParoleDecided(true) { Occurred = Day }, "Parole was granted to Vladimir Kozlov" },
        { new TrialObserved("EU delegation", false) { Occurred = Day }, "EU delegation was not admitted to observe the trial of Vladimir Kozlov" },
        { new ReleaseAchieved(ReleaseManner.SentenceServed) { Occurred = Day }, "Vladimir Kozlov was released (sentence served)" },
        { new HearingPostponed(Until: On("2014-11~")) { Occurred = Day }, "A hearing in the case of Vladimir Kozlov was postponed until about November 2014" },
        { new CaseRaised("case-9") { Occurred = Day }, "The case of case-9 was raised at Vladimir Kozlov" },
        { new MilestonePostponed(Milestone.EnteredIntoForce, ["Council", "EP"], Grounds: [new Ground(Demand: "case-1"), new Ground(Words: "elections")]) { Occurred = Day },
            "Vladimir Kozlov: the step “entered into force” was postponed by Council, EP; grounds given: Vladimir Kozlov, elections" },
        { new ResolutionAdopted("EP", ResolutionKind.UrgencyResolution, "Kazakhstan", Votes: new Votes(51, 3, 1)) { Occurred = Day },
            "EP adopted “Kazakhstan”, 51 to 3 with 1 abstention" },
        { new StatusContested("custody", [new Claim("held", "AFP"), new Claim("free", "RFE/RL")]) { Occurred = Day },
            "Sources disagree about Vladimir Kozlov (custody): “held” (AFP), “free” (RFE/RL)" },
        { new ResolutionAdopted("EP", ResolutionKind.UrgencyResolution, "Kazakhstan", Votes: new Votes(511, 115)) { Occurred = Day },
            "EP adopted “Kazakhstan”, 511 to 115" },
        { new MilestoneReached(Milestone.Suspended, ["Council"], Extent: Extent.Part, ExtentWords: "travel restrictions") { Occurred = Day },
            "Vladimir Kozlov: suspended in part (travel restrictions) by Council" },
        { new HouseArrestOrdered("The court") { Occurred = Day }, "Vladimir Kozlov was put under house arrest by The court" },
        { new RuleSetChosen(2, "Sanctions are judged too") { Occurred = Day }, "The campaign is judged by rule set 2 from now on: Sanctions are judged too" },
        { new LinkageDeclared(null, LinkageStrength.Codified, "Articles 9 and 15", "the 27 conventions") { Occurred = Day },
            "Vladimir Kozlov depends on the 27 conventions by its own text (codified): “Articles 9 and 15”" },
        { new AgreementDefined("GSP+", ["EU"], [], Kind: BenefitKind.Preference) { Occurred = Day }, "The preference GSP+ was defined" },
        { new AgreementDefined("Sanctions", ["EU"], [], Kind: BenefitKind.RestrictiveMeasure) { Occurred = Day }, "The restrictive measure Sanctions was defined" },
        // what a value says is not read as a template
        { new ContextRecorded("{subject} [and {text}] ]") { Occurred = Day }, "{subject} [and {text}] ]" },
        { new Charged("[164]", "{article}") { Occurred = Day }, "Vladimir Kozlov was charged under [164]: {article}" },
    };

    [Theory, MemberData(nameof(Told), DisableDiscoveryEnumeration = true)]
    public void An_event_is_told_in_a_sentence(CampaignEvent e, string sentence) => Sentences.Of(Of("case-1", e), Title, Languages.OfTheApi).ShouldBe(sentence);

    [Fact]
    public void A_language_without_texts_is_told_in_English() =>
        Sentences.Of(Of("case-1", new Arrested("КНБ") { Occurred = Day }), Title, CultureInfo.GetCultureInfo("mn-MN")).ShouldBe("Vladimir Kozlov was arrested by КНБ");

    private static string Title(string name) => name == "case-1" ? "Vladimir Kozlov" : name;
}
