using System.Security.Cryptography;
using System.Text;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Views;

/// <summary>The answer to the campaign's question, with the evidence for it: every gate of every agreement, judged.</summary>
/// <param name="Agreements">The agreements, by short name.</param>
/// <param name="InputsHash">SHA-256, in hexadecimal, over the inputs of every verdict.</param>
public sealed record ConditionalityLedger(IReadOnlyList<AgreementVerdict> Agreements, string InputsHash) : RevisedView
{
    /// <summary>The version of the rule set.</summary>
    public required int RuleSet { get; init; }

    /// <summary>What a verdict does not say.</summary>
    public required string Notice { get; init; }

    /// <summary>Judges every gate of every agreement.</summary>
    public static ConditionalityLedger Of(CampaignState state, IRuleSet rules, Memo memo)
    {
        var agreements = state.Histories(SubjectKind.Agreement).Select(agreement =>
        {
            var gates = rules.Judge(state, agreement, memo);
            var words = rules.WordsOf(gates, memo);
            return new AgreementVerdict(
                agreement.Name, agreement.Title, [.. gates.Select(gate => rules.Tell(state, gate, memo))],
                words is [var only] ? only : Word.Indeterminate, words);
        }).ToList();
        var inputs = agreements.SelectMany(agreement => agreement.Gates.Select(gate => gate.InputsHash).Prepend(agreement.Agreement));
        return new ConditionalityLedger(
            agreements, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', inputs)))))
        {
            RuleSet = rules.Version,
            Notice = rules.Notice,
            Revisions = Revision.Of(state, SubjectKind.Agreement, SubjectKind.Demand, SubjectKind.Case, SubjectKind.Restriction),
        };
    }
}

/// <summary>An agreement: its gates, and after them the one word.</summary>
/// <param name="Agreement">Its short name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Gates">Its judged gates, in order.</param>
/// <param name="Word">Is progress conditioned on reform?</param>
/// <param name="PossibleWords">The words that the readings of its Indeterminate gates lead to.</param>
public sealed record AgreementVerdict(
    string Agreement, string Title, IReadOnlyList<GateVerdict> Gates, Word Word, IReadOnlyList<Word> PossibleWords);
