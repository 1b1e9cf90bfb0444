using CsCheck;

namespace CampaignTracker.Domain.Tests.Events;

/// <summary>Texts of any characters at all: halves, noncharacters, marks, blanks and letters of many scripts.</summary>
internal static class OddText
{
    public static Gen<string> Gen { get; } = CsCheck.Gen.OneOf(
            CsCheck.Gen.Char, CsCheck.Gen.Char['a', 'z'], CsCheck.Gen.Char['\u0300', '\u0460'], CsCheck.Gen.Char['\u00A0', '\u0250'],
            CsCheck.Gen.OneOf(' ', '\u00AD', '\u200B', '\uFFFE', '\uFFFF', '\ud800', '\udc00', '\ud83f', '\udffe', '\u0307', 'İ', 'ı', 'ß', 'i', 't', 'h', 'e', '-', '/'))
        .Array[0, 12].Select(characters => new string(characters));
}
