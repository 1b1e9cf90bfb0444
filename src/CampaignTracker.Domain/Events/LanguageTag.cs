using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// Language tags of BCP 47: <c>ru</c>, <c>kk</c>, <c>en-GB</c>, <c>uz-Cyrl</c>. A language is one of ISO 639-1, kept here and not asked of
/// the system, or any three letters, of which ISO 639-3 has some eight thousand.
/// </summary>
public static partial class LanguageTag
{
    private static readonly FrozenDictionary<string, string> Names = """
        aa Afar|ab Abkhazian|ae Avestan|af Afrikaans|ak Akan|am Amharic|an Aragonese|ar Arabic|as Assamese|av Avaric|ay Aymara
        az Azerbaijani|ba Bashkir|be Belarusian|bg Bulgarian|bi Bislama|bm Bambara|bn Bengali|bo Tibetan|br Breton|bs Bosnian|ca Catalan
        ce Chechen|ch Chamorro|co Corsican|cr Cree|cs Czech|cu Church Slavonic|cv Chuvash|cy Welsh|da Danish|de German|dv Divehi
        dz Dzongkha|ee Ewe|el Greek|en English|eo Esperanto|es Spanish|et Estonian|eu Basque|fa Persian|ff Fulah|fi Finnish|fj Fijian
        fo Faroese|fr French|fy Western Frisian|ga Irish|gd Scottish Gaelic|gl Galician|gn Guarani|gu Gujarati|gv Manx|ha Hausa
        he Hebrew|hi Hindi|ho Hiri Motu|hr Croatian|ht Haitian|hu Hungarian|hy Armenian|hz Herero|ia Interlingua|id Indonesian
        ie Interlingue|ig Igbo|ii Sichuan Yi|ik Inupiaq|io Ido|is Icelandic|it Italian|iu Inuktitut|ja Japanese|jv Javanese|ka Georgian
        kg Kongo|ki Kikuyu|kj Kuanyama|kk Kazakh|kl Kalaallisut|km Khmer|kn Kannada|ko Korean|kr Kanuri|ks Kashmiri|ku Kurdish|kv Komi
        kw Cornish|ky Kyrgyz|la Latin|lb Luxembourgish|lg Ganda|li Limburgish|ln Lingala|lo Lao|lt Lithuanian|lu Luba-Katanga|lv Latvian
        mg Malagasy|mh Marshallese|mi Maori|mk Macedonian|ml Malayalam|mn Mongolian|mr Marathi|ms Malay|mt Maltese|my Burmese|na Nauru
        nb Norwegian Bokmål|nd North Ndebele|ne Nepali|ng Ndonga|nl Dutch|nn Norwegian Nynorsk|no Norwegian|nr South Ndebele|nv Navajo
        ny Chichewa|oc Occitan|oj Ojibwa|om Oromo|or Odia|os Ossetian|pa Punjabi|pi Pali|pl Polish|ps Pashto|pt Portuguese|qu Quechua
        rm Romansh|rn Rundi|ro Romanian|ru Russian|rw Kinyarwanda|sa Sanskrit|sc Sardinian|sd Sindhi|se Northern Sami|sg Sango
        sh Serbo-Croatian|si Sinhala|sk Slovak|sl Slovenian|sm Samoan|sn Shona|so Somali|sq Albanian|sr Serbian|ss Swati
        st Southern Sotho|su Sundanese|sv Swedish|sw Swahili|ta Tamil|te Telugu|tg Tajik|th Thai|ti Tigrinya|tk Turkmen|tl Tagalog
        tn Tswana|to Tonga|tr Turkish|ts Tsonga|tt Tatar|tw Twi|ty Tahitian|ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|ve Venda
        vi Vietnamese|vo Volapük|wa Walloon|wo Wolof|xh Xhosa|yi Yiddish|yo Yoruba|za Zhuang|zh Chinese|zu Zulu
        """.Split(["|", "\r\n", "\n"], StringSplitOptions.None)
        .ToFrozenDictionary(language => language[..2], language => language[3..], StringComparer.OrdinalIgnoreCase);

    // What people write for a language: its name, and the code of the country where it is spoken.
    private static readonly FrozenDictionary<string, string> Mistaken = Names.Select(pair => KeyValuePair.Create(pair.Value, pair.Key))
        .Concat(("kz kk|ua uk|by be|tj tg|tm tk|cz cs|gr el|jp ja|cn zh|dk da|vn vi|ir fa|md ro"
            + "|русский ru|казахский kk|қазақ kk|қазақша kk|английский en")
            .Split('|').Select(pair => KeyValuePair.Create(pair.Split(' ')[0], pair.Split(' ')[1])))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a tag that names a language.</summary>
    public static bool IsOne(string tag) =>
        Form().Match(tag) is { Success: true } form
        && (form.Groups["language"].Length == 3 || Names.ContainsKey(form.Groups["language"].Value));

    /// <summary>The tag that is probably meant; null where nobody can tell.</summary>
    public static string? Nearest(string written) => Mistaken.GetValueOrDefault(written.Trim());

    [GeneratedRegex(
        "^(?<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
        + "(?:-[a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
