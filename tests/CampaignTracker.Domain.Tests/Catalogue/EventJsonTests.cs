using System.Text;
using System.Text.Json;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests.Catalogue;

public class EventJsonTests
{
    private static readonly CampaignEvent Arrest = Given.Of("case-1", new Arrested("KNB", "Inciting social discord") { Occurred = Given.On("2012-01-23") });

    [Fact]
    public void Named_fields_are_replaced_and_the_others_stay()
    {
        var applied = EventJson.Apply(Arrest, Given.Changes(("occurred", "2012-01-24"), ("place", "Almaty"))).ShouldBeOfType<Arrested>();
        applied.ShouldBe((Arrested)Arrest with { Occurred = Given.On("2012-01-24"), Place = "Almaty", Sources = applied.Sources });
        applied.Sources.ShouldBe(Arrest.Sources);
    }

    [Fact]
    public void A_null_empties_a_field_or_gives_it_its_default()
    {
        var applied = EventJson.Apply(Arrest with { Confidence = Confidence.Probable }, Given.Changes(("grounds", null), ("confidence", null), ("sources", null)));
        applied.ShouldBeOfType<Arrested>().Grounds.ShouldBeNull();
        applied.Confidence.ShouldBe(Confidence.Confirmed);
        applied.Sources.ShouldBeEmpty();
    }

    [Fact]
    public void The_place_of_an_event_within_its_day_is_stored_as_it_was_written_and_not_where_nobody_said_it()
    {
        const string Said = """{"campaign":"eu-kazakhstan","subject":"case-1","occurred":"2012-01-23","at":"14:30+06:00","follows":["00000000-0000-7000-8000-000000000001"],"sources":[],"confidence":"Confirmed","sensitivity":"Public"}""";
        var read = EventReader.Read(EventCatalogue.Find("rearrested")!, Encoding.UTF8.GetBytes(Said));
        (read.At?.Minutes, read.At?.Offset).ShouldBe((870, 360));
        read.Follows.ShouldBe([Given.Id(1)]);
        Encoding.UTF8.GetString(EventJson.Write(read)).ShouldBe(Said);
        Encoding.UTF8.GetString(EventJson.Write(read with { At = null, Follows = null })).ShouldEndWith("""
            "occurred":"2012-01-23","sources":[],"confidence":"Confirmed","sensitivity":"Public"}
            """);
        EventJson.Content(read).ShouldBe(EventJson.Content(read with { At = null, Follows = null }), "the same fact, told with more or less of its order");
    }

    [Fact]
    public void The_title_of_a_source_is_stored_after_its_citation_and_not_where_nobody_said_it()
    {
        const string Said = """{"campaign":"eu-kazakhstan","subject":"case-1","occurred":"2012-01-23","sources":[{"citation":"RFE/RL","title":{"personal":"Jailed"},"url":"https://www.rferl.org"}],"confidence":"Confirmed","sensitivity":"Public"}""";
        var read = EventReader.Read(EventCatalogue.Find("rearrested")!, Encoding.UTF8.GetBytes(Said));
        read.Sources.Single().Title!.Value.ShouldBe("Jailed");
        Encoding.UTF8.GetString(EventJson.Write(read)).ShouldBe(Said);
        Encoding.UTF8.GetString(EventJson.Write(read with { Sources = [read.Sources.Single() with { Title = null }] }))
            .ShouldContain("""[{"citation":"RFE/RL","url":"https://www.rferl.org"}]""");
    }

    [Fact]
    public void A_field_of_records_is_replaced_whole()
    {
        var agreement = Given.Of("epca", new AgreementDefined("EPCA", ["EU"], [new GateHolder("Council", [Milestone.Signed], ["FAC"])]) { Occurred = Given.On("2011") });
        var applied = EventJson.Apply(agreement, Given.Changes(("bodies", new[] { new GateHolder("EP", [Milestone.ConsentGiven]) }))).ShouldBeOfType<AgreementDefined>();
        var body = applied.Bodies.ShouldHaveSingleItem();
        (body.Name, body.Holds.Single(), body.Aliases).ShouldBe(("EP", Milestone.ConsentGiven, null));
    }

    [Theory]
    [InlineData("""{"colour":1}""", "colour", "unknown_field")]
    [InlineData("""{"occurred":null}""", "occurred", "missing_field")]
    [InlineData("""{"occurred":"then"}""", "occurred", "wrong_value")]
    [InlineData("""{"sources":[{"citation":"a","citation":"b"}]}""", "sources[0].citation", "duplicate_field")]
    [InlineData("""{"sources":[null]}""", "sources[0]", "null")]
    [InlineData("""{"by":"\ud800"}""", "by", "wrong_value")]
    [InlineData("""{"by":"\u0000"}""", "by", "wrong_value")]
    public void A_change_that_does_not_fit_is_refused(string changes, string field, string code)
    {
        var given = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(changes)!;
        var issue = Should.Throw<EventFormatException>(() => EventJson.Apply(Arrest, given)).Issues.ShouldHaveSingleItem();
        (issue.Field, issue.Code).ShouldBe((field, code));
    }

    [Fact]
    public void Two_recordings_have_one_content_whoever_tells_them()
    {
        var told = Arrest with { Sources = [new Source("AFP")], Note = "Seen", Confidence = Confidence.Probable, Sensitivity = Sensitivity.Internal, Learned = Given.On("2026") };
        EventJson.Content(told).ShouldBe(EventJson.Content(Arrest));
    }

    [Fact]
    public void Another_subject_date_or_field_is_another_content()
    {
        CampaignEvent[] others =
        [
            Arrest with { Subject = "case-2" }, Arrest with { Occurred = Given.On("2012-01-24") }, Arrest with { Effective = Given.On("2012-01-24") },
            Arrest with { Published = Given.On("2012-01-24") }, (Arrested)Arrest with { By = "Police" },
        ];
        others.Append(Arrest).Select(EventJson.Content).ShouldBeUnique();
    }

    [Fact]
    public void Nothing_empty_is_written_and_letters_stay_readable() =>
        Encoding.UTF8.GetString(EventJson.Write(Given.Of("case-1", new Charged("ст. 164 УК «рознь» <b> & 'x'") { Occurred = Given.On("2012") }))).ShouldBe(
            """{"article":"ст. 164 УК «рознь» <b> & 'x'","campaign":"eu-kazakhstan","subject":"case-1","occurred":"2012","sources":[{"citation":"RFE/RL"}],"confidence":"Confirmed","sensitivity":"Public"}""");
}
