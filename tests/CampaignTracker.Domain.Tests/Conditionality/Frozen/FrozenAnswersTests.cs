using System.Globalization;
using System.Runtime.CompilerServices;
using CampaignTracker.Domain.Conditionality;

namespace CampaignTracker.Domain.Tests.Conditionality.Frozen;

/// <summary>
/// A published rule set never answers otherwise: what each says of the frozen histories is kept in <c>rule-set-1.approved.txt</c> and its
/// like. To draw the answers anew, which only a mistake against the text of a rule set justifies: run the test, rename
/// <c>rule-set-1.received.txt</c> to <c>rule-set-1.approved.txt</c>, and name in the commit every answer that changed.
/// </summary>
public sealed class FrozenAnswersTests
{
    private const int Told = 10;

    [Fact]
    public void There_are_histories_enough() => FrozenHistory.All.Count.ShouldBeGreaterThanOrEqualTo(300);

    [Fact]
    public void Rule_set_1_answers_as_it_always_has() => AnswersAsEver(Rules.V1);

    private static void AnswersAsEver(IRuleSet rules)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"rule-set-{rules.Version}");
        var (approved, received) = (Path.Combine(Folder(), $"{name}.approved.txt"), Path.Combine(Folder(), $"{name}.received.txt"));
        string[] answers = [.. FrozenHistory.All.SelectMany(history => history.Answers(rules))];
        string[] frozen = File.Exists(approved) ? File.ReadAllLines(approved) : [];
        if (answers.AsSpan().SequenceEqual(frozen))
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, string.Concat(answers.Select(line => line + "\n")));
        List<string> differing = [.. Differing(frozen, answers)];
        Assert.Fail($"""
            Rule set {rules.Version} is frozen, and answers {differing.Count} of {Questions(frozen).Count} questions otherwise
            than in {name}.approved.txt:
            {string.Join("\n", differing.Take(Told))}
            What it answers now is in {name}.received.txt.
            """);
    }

    /// <summary>Each question that is answered otherwise: its history and viewpoint, and the first line that differs.</summary>
    private static IEnumerable<string> Differing(string[] frozen, string[] answers)
    {
        var (before, now) = (Questions(frozen), Questions(answers));
        foreach (var question in before.Keys.Union(now.Keys))
        {
            var (one, other) = (before.GetValueOrDefault(question, []), now.GetValueOrDefault(question, []));
            var at = one.Zip(other).TakeWhile(pair => pair.First.Text == pair.Second.Text).Count();
            if (at == one.Count && at == other.Count) continue;
            var line = at < one.Count ? $", line {one[at].Number.ToString(CultureInfo.InvariantCulture)}" : "";
            yield return $"{question}{line}\n  frozen: {At(one, at)}\n  now:    {At(other, at)}";
        }
    }

    private static string At(List<(int Number, string Text)> lines, int at) => at < lines.Count ? lines[at].Text : "nothing";

    /// <summary>The lines of a file by the question above them, each with its number.</summary>
    private static Dictionary<string, List<(int Number, string Text)>> Questions(string[] lines)
    {
        var questions = new Dictionary<string, List<(int, string)>>();
        List<(int, string)> own = [];
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("# ", StringComparison.Ordinal)) questions.Add(lines[i][2..], own = []);
            else own.Add((i + 1, lines[i]));
        }
        return questions;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
