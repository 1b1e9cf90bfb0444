using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Tests.Components;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Every value that a page shows has its words in the resource file.</summary>
public sealed class PageTextTests
{
    public static TheoryData<string> Names =>
    [
        .. Enum.GetNames<Verdict>().SelectMany(name => new[] { $"Verdict.{name}", $"Verdict.{name}.Means" }),
        .. Enum.GetNames<Word>().SelectMany(name => new[] { $"Word.{name}", $"Word.{name}.Means" }),
        .. Enum.GetNames<AnnotationKind>().SelectMany(name => new[] { $"Annotation.{name}", $"Annotation.{name}.Means" }),
        .. Enum.GetNames<LineMarkKind>().Select(name => $"Mark.{name}"),
        .. Enum.GetNames<Custody>().Select(name => $"Status.Custody.{name}"),
        .. Enum.GetNames<RestrictionState>().Select(name => $"Status.RestrictionState.{name}"),
        .. Enum.GetNames<Fulfilment>().Select(name => $"Status.Fulfilment.{name}"),
        .. Enum.GetNames<Rank>().SelectMany(name => new[] { $"Status.Rank.{name}", $"Demands.{name}", $"Demands.{name}.Title" }),
        .. Enum.GetNames<Held>().SelectMany(name => new[] { $"Cases.{name}", $"Cases.{name}.Title" }),
        .. Enum.GetNames<ContestState>().Select(name => $"Contested.{name}"),
        .. Enum.GetNames<TouchedStatus>().Select(name => $"Contested.Touches.{name}"),
        .. Enum.GetNames<ExpectationOutcome>().Select(name => $"Dialogues.{name}"),
        .. Enum.GetNames<ExpectedKind>().Select(name => $"Expected.{name}"),
        .. Enum.GetNames<DueState>().SelectMany(name => new[] { $"Due.{name}", $"Due.{name}.Title" }),
        .. Enum.GetNames<StatusKind>().Select(name => $"Question.{name}"),
        .. Enum.GetNames<CauseKind>().SelectMany(name => new[] { $"Cause.{name}", $"Cause.{name}.Undone" }),
        .. Enum.GetNames<Role>().Select(name => $"Role.{name}"),
        .. Enum.GetNames<ContestState>().Select(name => $"Says.Contested.{name}"),
        .. Enum.GetNames<DemandEnd>().Select(name => $"Says.Closed.{name}"),
        .. Enum.GetNames<JudgedReason>().Select(name => $"Agreements.{name}"),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_has_its_words(string name) => Texts.English[name].ResourceNotFound.ShouldBeFalse();

    [Fact]
    public void Every_status_has_a_shape_and_a_rank()
    {
        foreach (var status in Enum.GetValues<Custody>().Cast<Enum>().Concat(Enum.GetValues<RestrictionState>().Cast<Enum>()).Concat(Enum.GetValues<Fulfilment>().Cast<Enum>()))
            Enum.IsDefined(StatusWords.RankOf(status)).ShouldBeTrue();
    }
}
