using System.Globalization;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// A campaign from a viewpoint, by a rule set: what every answer is made from. It never changes; its views are made once, when first asked
/// for.
/// </summary>
public sealed class CampaignAt
{
    private readonly AskedRules asked;
    private readonly Lock gate = new();
    private readonly Dictionary<CampaignView, object> views = [];
    private readonly Lazy<CampaignState> state;
    private readonly Memo memo = Memo.New();

    /// <param name="log">The events that are known at K.</param>
    /// <param name="asOf">V: nothing is shown of a world that is open.</param>
    /// <param name="clearance">The most sensitive event that may be seen.</param>
    /// <param name="rules">The rule set that verdicts are asked of.</param>
    /// <param name="language">The language in which events are told.</param>
    public CampaignAt(CampaignLog log, EdtfDate asOf, Sensitivity clearance, AskedRules rules, CultureInfo language)
    {
        (Log, AsOf, asked, Viewpoint) = (log, asOf, rules, new Viewpoint(asOf, log.Sequence, clearance) { Language = language });
        state = new(() => CampaignState.Of(log.Events, Viewpoint));
    }

    public CampaignLog Log { get; }

    /// <summary>V.</summary>
    public EdtfDate AsOf { get; }

    /// <summary>V, K as the sequence of the last event that is known, and the clearance.</summary>
    public Viewpoint Viewpoint { get; }

    /// <summary>The rule set that verdicts are asked of.</summary>
    public IRuleSet Rules => asked.For(State.Knowledge);

    public CampaignState State => state.Value;

    /// <summary>The verdicts.</summary>
    public ConditionalityLedger Ledger => Of<ConditionalityLedger>(ViewCatalogue.Conditionality);

    /// <summary>The same knowledge as of another date.</summary>
    public CampaignAt At(EdtfDate asOf) => asOf == AsOf ? this : new(Log, asOf, Viewpoint.Clearance, asked, Viewpoint.Language);

    /// <summary>The same date at an earlier state of knowledge.</summary>
    public CampaignAt UpTo(KnownAt knownAt) => new(Log.UpTo(knownAt), AsOf, Viewpoint.Clearance, asked, Viewpoint.Language);

    /// <summary>The same with a lower clearance; itself where nothing that is known exceeds that.</summary>
    public CampaignAt ClearedFor(Sensitivity clearance) =>
        State.Knowledge.Facts.All(fact => fact.Event.Sensitivity <= clearance && fact.Recorded.Event.Sensitivity <= clearance)
            ? this : new(Log, AsOf, clearance, asked, Viewpoint.Language);

    /// <summary>A view.</summary>
    public object Of(CampaignView view)
    {
        lock (gate) return views.TryGetValue(view, out var known) ? known : views[view] = view.Draw(State, asked, memo);
    }

    /// <summary>A view.</summary>
    public T Of<T>(CampaignView view) => (T)Of(view);

    /// <summary>The same if events had been recorded as well.</summary>
    public CampaignAt With(IEnumerable<RecordedEvent> events) =>
        new(Log with { Events = [.. Log.Events, .. events] }, AsOf, Viewpoint.Clearance, asked, Viewpoint.Language);

    /// <summary>What differs from here to there.</summary>
    public Difference To(CampaignAt other) => Difference.Between(State, other.State, Rules, Memo.New());

    /// <summary>An answer from here, as JSON.</summary>
    public byte[] Write(object answer) => ViewAnswer.Write(Log, AsOf, answer);
}
