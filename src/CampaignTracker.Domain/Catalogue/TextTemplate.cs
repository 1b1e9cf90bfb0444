using System.Collections.Immutable;
using System.Text;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>
/// A text with <c>{named}</c> values, <c>{named:so}</c> to be put in a certain way, and <c>[bracketed]</c> parts that fall away when a
/// value in them is empty. Doubled braces and brackets stand for themselves. Read once, filled often.
/// </summary>
public sealed class TextTemplate
{
    private readonly ImmutableArray<Part> parts;
    private readonly int length;

    private TextTemplate(ImmutableArray<Part> parts, int length) => (this.parts, this.length) = (parts, length);

    /// <summary>The values that it names, in order.</summary>
    public IEnumerable<Place> Places => PlacesOf(parts);

    /// <summary>Those that do not stand in a part that may fall away.</summary>
    public IEnumerable<Place> FixedPlaces => PlacesOf(parts.Where(part => !part.MayFallAway));

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A brace or bracket has no partner.</exception>
    public static TextTemplate Read(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var (words, optional, places) = (new StringBuilder(), false, 0);
        void EndPart()
        {
            if (words.Length > 0) pieces.Add(new Piece(words.ToString(), null));
            if (pieces.Count > 0) parts.Add(new Part(optional, pieces.DrainToImmutable()));
            words.Clear();
        }
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '}' or '[' or ']' && i + 1 < text.Length && text[i + 1] == c) words.Append(text[i++]);
            else if (c == '{' && text.IndexOf('}', i) is > 0 and var end)
            {
                var named = text[(i + 1)..end].Split(':', 2);
                pieces.Add(new Piece(words.ToString(), new Place(places++, named[0], named.ElementAtOrDefault(1))));
                words.Clear();
                i = end;
            }
            else if (c == (optional ? ']' : '['))
            {
                EndPart();
                optional = !optional;
            }
            else if (c is '{' or '}' or '[' or ']') throw new FormatException($"“{c}” has no partner, or stands within brackets: {text}");
            else words.Append(c);
        }
        if (optional) throw new FormatException($"“[” has no partner: {text}");
        EndPart();
        return new TextTemplate(parts.DrainToImmutable(), text.Length);
    }

    /// <summary>The text with its values.</summary>
    /// <param name="state">What the values are taken from.</param>
    /// <param name="value">The value at a place; empty when there is none.</param>
    public string Fill<T>(T state, Func<T, Place, string> value)
    {
        var text = new StringBuilder(length + 64);
        foreach (var part in parts)
        {
            var (start, complete) = (text.Length, true);
            foreach (var piece in part.Pieces)
            {
                text.Append(piece.Words);
                if (piece.Place is null) continue;
                var put = value(state, piece.Place);
                complete &= put.Length > 0;
                text.Append(put);
            }
            if (part.MayFallAway && !complete) text.Length = start;
        }
        return text.ToString();
    }

    private static IEnumerable<Place> PlacesOf(IEnumerable<Part> parts) =>
        parts.SelectMany(part => part.Pieces).Select(piece => piece.Place).OfType<Place>();

    /// <summary>Where a value goes.</summary>
    /// <param name="Index">Its number in the template, from 0.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Way">How it is put; null for as it is.</param>
    public sealed record Place(int Index, string Name, string? Way);

    private sealed record Part(bool MayFallAway, ImmutableArray<Piece> Pieces);

    // Words as they stand, and the value that follows them.
    private sealed record Piece(string Words, Place? Place);
}
