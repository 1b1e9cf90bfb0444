using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>
/// Keeps what pure functions have worked out, beside the states that they look at and never inside them. An answer is kept under its
/// question and its inputs: the same objects in give the same object out, and nothing is worked out again. A function may compare its new
/// answer with its last one and return that, so that whatever rests on it stays as it is, too (early cut-off). No answer depends on a memo;
/// only its cost does (docs/decisions/0024-one-memo-beside-the-state.md). A memo serves one caller at a time.
/// </summary>
public sealed class Memo
{
    private readonly Memo? under;
    private readonly Dictionary<Question, Entry>? kept;

    private Memo(bool keeps, Memo? under) => (kept, this.under) = (keeps ? [] : null, under);

    /// <summary>A memo that keeps what it is asked for until it is dropped.</summary>
    public static Memo New() => new(keeps: true, under: null);

    /// <summary>A memo that keeps nothing: everything is worked out each time.</summary>
    public static Memo None { get; } = new(keeps: false, under: null);

    /// <summary>A memo for a state that is only tried: it knows what this one keeps, and what it keeps itself is dropped with it.</summary>
    public Memo Fork() => kept is null ? this : new(keeps: true, under: this);

    /// <summary>Answers a question, from what is kept where its inputs are the same as last time.</summary>
    /// <param name="question">What is asked: the name of the function.</param>
    /// <param name="of">What it is asked of; compared by value.</param>
    /// <param name="inputs">Everything that the answer rests on; objects are compared by reference, texts, dates and numbers by
    /// value.</param>
    /// <param name="answer">Works the answer out; may return the last one, which it is given, where the new one would be equal.</param>
    public T Of<T>(string question, object of, ReadOnlySpan<object?> inputs, Func<T?, T> answer) where T : class
    {
        if (kept is null) return answer(null);
        var key = new Question(question, of);
        var last = Find(key);
        if (last is not null && last.IsOn(inputs)) return (T)last.Answer;
        var found = answer(last?.Answer as T);
        kept[key] = new Entry(inputs.ToArray(), found);
        return found;
    }

    /// <summary>Answers a question, from what is kept where its inputs are the same as last time.</summary>
    /// <param name="question">What is asked: the name of the function.</param>
    /// <param name="of">What it is asked of; compared by value.</param>
    /// <param name="inputs">Everything that the answer rests on.</param>
    /// <param name="answer">Works the answer out.</param>
    public T Of<T>(string question, object of, ReadOnlySpan<object?> inputs, Func<T> answer) where T : class =>
        Of<T>(question, of, inputs, _ => answer());

    private Entry? Find(Question question)
    {
        for (var memo = this; memo is not null; memo = memo.under)
        {
            if (memo.kept!.TryGetValue(question, out var entry)) return entry;
        }
        return null;
    }

    private readonly record struct Question(string Asked, object Of);

    private sealed record Entry(object?[] Inputs, object Answer)
    {
        public bool IsOn(ReadOnlySpan<object?> inputs)
        {
            if (inputs.Length != Inputs.Length) return false;
            for (var i = 0; i < inputs.Length; i++)
            {
                if (!ReferenceEquals(inputs[i], Inputs[i]) && !(IsValue(inputs[i]) && inputs[i]!.Equals(Inputs[i]))) return false;
            }
            return true;
        }

        private static bool IsValue(object? input) => input is string or EdtfDate or ValueType;
    }
}
