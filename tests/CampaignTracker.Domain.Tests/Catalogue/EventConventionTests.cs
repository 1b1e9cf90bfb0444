using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Catalogue;

/// <summary>Everything that a new event type needs; what is forgotten fails here, and says what to add.</summary>
public partial class EventConventionTests
{
    public static TheoryData<string> Types { get; } = [.. EventCatalogue.All.Select(type => type.Name)];

    [Fact]
    public void Every_event_type_is_in_the_catalogue_once()
    {
        var records = typeof(CampaignEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CampaignEvent)) && !type.IsAbstract).ToList();
        var missing = records.Except(EventCatalogue.All.Select(type => type.ClrType)).Select(type => type.Name);
        missing.ShouldBeEmpty("add a line for each to EventCatalogue.All");
        EventCatalogue.All.Select(type => type.ClrType).ShouldBeUnique();
        EventCatalogue.All.Select(type => type.Name).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Types))]
    public void A_stored_name_is_the_type_name_in_small_letters_with_underscores(string name) =>
        name.ShouldBe(Capital().Replace(Type(name).ClrType.Name, "_$0").TrimStart('_').ToLowerInvariant());

    [Theory, MemberData(nameof(Types))]
    public void A_type_is_sealed_and_says_where_it_is_recorded(string name)
    {
        var clr = Type(name).ClrType;
        clr.IsSealed.ShouldBeTrue("make the record sealed");
        (clr.GetCustomAttribute<OpensAttribute>() is null).ShouldNotBe(clr.GetCustomAttribute<OnAttribute>() is null,
            "say either [Opens(…)] or [On(…)]");
        if (Type(name).Opens is not null)
            Example(Type(name)).SubjectTitle().ShouldNotBeNull("override SubjectTitle: what is the subject called that it opens?");
    }

    [Fact]
    public void Every_kind_of_subject_has_one_opener() =>
        EventCatalogue.All.Select(type => type.Opens).OfType<SubjectKind>().ShouldBe(Enum.GetValues<SubjectKind>(), ignoreOrder: true);

    [Theory, MemberData(nameof(Types))]
    public void The_stored_form_is_approved_and_reads_back(string name)
    {
        var e = Example(Type(name));
        var json = EventJson.Write(e);
        EventJson.Write(EventReader.Read(Type(name), json)).ShouldBe(json);

        var pretty = JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json), Indented) + "\n";
        var approved = Path.Combine(Folder(), $"{name}.approved.json");
        if (File.Exists(approved) && File.ReadAllText(approved) == pretty) return;
        var received = Path.Combine(Folder(), $"{name}.received.json");
        File.WriteAllText(received, pretty);
        Assert.Fail($"The stored form of {name} is not the approved one. Stored events keep their form: if this one is new, approve it by renaming {name}.received.json to {name}.approved.json.");
    }

    /// <summary>The stored forms as they were approved before a type had more fields.</summary>
    public static TheoryData<string> Before { get; } = [.. Directory.GetFiles(Path.Combine(Folder(), "Before"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory, MemberData(nameof(Before))]
    public void What_was_stored_before_a_type_had_more_fields_reads_and_is_written_as_it_was(string name)
    {
        var stored = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Folder(), "Before", $"{name}.json")));
        JsonSerializer.Serialize(EventReader.Read(Type(name), stored), Type(name).ClrType, EventJson.Options).ShouldBe(JsonSerializer.Serialize(stored, EventJson.Options));
    }

    [Fact]
    public void No_approved_form_is_left_of_a_type_that_is_gone() =>
        Directory.GetFiles(Folder(), "*.approved.json").Select(file => Path.GetFileName(file).Split('.')[0]).Except(EventCatalogue.All.Select(type => type.Name))
            .ShouldBeEmpty("a stored name never changes and no type is ever dropped");

    [Fact]
    public void The_domain_refers_to_no_package() =>
        File.ReadAllText(Path.Combine(Folder(), "../../../../src/CampaignTracker.Domain/CampaignTracker.Domain.csproj")).ShouldNotContain("PackageReference");

    [Fact]
    public void Release_manners_and_confidences_have_the_names_of_the_vocabulary()
    {
        string.Join(' ', Enum.GetNames<ReleaseManner>()).ShouldBe("Acquittal CaseDropped Pardon Amnesty SentenceServed Parole ConditionalReplacement SuspendedSentence RestrictionOfFreedom Medical PreTrialRelease PrisonerExchange Unknown");
        string.Join(' ', Enum.GetNames<Confidence>()).ShouldBe("Confirmed Probable Unverified Disputed");
        string.Join(' ', Enum.GetNames<Sensitivity>()).ShouldBe("Public Internal Restricted");
        string.Join(' ', Enum.GetNames<Domain.Demands.Answer>()).ShouldBe("Accepted AcceptedInPart Noted Rejected NoReply");
        string.Join(' ', Enum.GetNames<Domain.Demands.Force>()).ShouldBe("Concern Encouragement Call Urge Demand");
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = EventJson.Options.Encoder };

    private static EventType Type(string name) => EventCatalogue.Find(name)!;

    /// <summary>An event of a type with every field filled.</summary>
    private static CampaignEvent Example(EventType type) => (CampaignEvent)Filled(type.ClrType, type.Name);

    private static object Filled(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return name;
        if (type == typeof(TimeOfDay)) return TimeOfDay.TryParse("14:30+05:00", out var time) ? time.Value : default;
        if (type == typeof(PersonalText)) return new PersonalText($"{name} of a person");
        if (type == typeof(EdtfDate)) return Given.On("2013-04-18");
        if (type == typeof(Guid)) return Given.Id(1);
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 4;
        if (type == typeof(long)) return 93L;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(1)!;
        if (type == typeof(IReadOnlyDictionary<string, JsonElement>)) return Given.Changes(("occurred", "2013-04-19"), ("note", null));
        if (type.IsGenericType)
        {
            var list = Array.CreateInstance(type.GetGenericArguments()[0], 1);
            list.SetValue(Filled(type.GetGenericArguments()[0], name), 0);
            return list;
        }
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type);
        // The title of a source and the place within a day are told once, in EventJsonTests: what was approved before there were any stays.
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => type == typeof(Source) && parameter.Name == nameof(Source.Title) ? null : Filled(parameter.ParameterType, EventJson.FieldName(parameter.Name!)))]);
        foreach (var property in type.GetProperties().Where(property => property.Name is not (nameof(CampaignEvent.At) or nameof(CampaignEvent.Follows)) && property.CanWrite && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
            property.SetValue(made, Filled(property.PropertyType, EventJson.FieldName(property.Name)));
        return made;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Approved");

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
