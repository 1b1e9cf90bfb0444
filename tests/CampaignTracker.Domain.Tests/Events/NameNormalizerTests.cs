using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Events;

public class NameNormalizerTests
{
    private static bool Finds(string query, string text) => new NameQuery(query).Finds(NameNormalizer.Of(text));

    [Theory]
    [InlineData("Tuletaeva", "tuletayeva", "Тулетаева", "Төлетаева", "TULETAEVA", "Toletaeva", "Tuletaïeva")]
    [InlineData("Zhanaozen", "Жаңаөзен", "Janaozen", "Жанаозен", "Jañaözen")]
    [InlineData("Kozlov", "Козлов", "Kozlow")]
    [InlineData("Kuramshin", "Курамшин", "Kuramşin")]
    [InlineData("Bokayev", "Bokaev", "Бокаев", "Bokayeu", "Бокаеў", "Boqaev", "Бөкаев")]
    [InlineData("Kazakhstan", "Казахстан", "Қазақстан", "Qazaqstan", "Kazahstan")]
    [InlineData("Nur-Sultan", "Нур-Султан", "Нұр-Сұлтан")]
    [InlineData("Lutsenko", "Луценко", "Lucenko")]
    [InlineData("Bialiatski", "Бяляцкі", "Byalyatski", "Bialatski")]
    [InlineData("Serhiy", "Сергій", "Serhii", "Serhij")]
    [InlineData("Sergei", "Сергей", "Sergey")]
    [InlineData("Maria", "Мария", "Mariya", "Марія")]
    [InlineData("Yuri", "Юрий", "Yuriy", "Iurii")]
    [InlineData("Dzhakishev", "Джакишев", "Djakishev", "Zhakishev", "Жәкішев", "Jakishev")]
    [InlineData("Aleksandr", "Александр", "Alexandr")]
    [InlineData("Kasym-Zhomart", "Қасым-Жомарт", "Kassym-Jomart")]
    [InlineData("Shchuchinsk", "Щучинск", "Schuchinsk")]
    [InlineData("Yevgeniy", "Евгений", "Evgeny")]
    [InlineData("Yevheniy", "Євгеній", "Yevhenii")]
    [InlineData("Lukyanov", "Лукьянов", "Luk'yanov", "Luk’ianov")]
    [InlineData("Kuandyk", "Қуандық", "Quandyq", "Куандык", "Qýandyq")]
    [InlineData("Yerzhan", "Ержан", "Erzhan", "Erjan")]
    [InlineData("Alyona Kovalyova", "Алёна Ковалёва", "Алена Ковалева", "Alena Kovaleva")]
    [InlineData("Solovyova", "Соловьёва", "Соловьева", "Solovyeva", "Solovyova")]
    [InlineData("Pyotr", "Пётр", "Петр", "Petr", "Piotr")]
    [InlineData("Горбачёв", "Gorbachov")]
    [InlineData("Горбачёв", "Gorbachev", "Горбачев")]
    [InlineData("Mirziyoyev", "Мирзиёев")]
    [InlineData("Roʻzaqul Xalmurodov", "Розақұл Халмурадов", "Ro'zaqul Khalmurodov", "Ro‘zaqul Xalmurodov")]
    [InlineData("Oʻktam", "Ўктам", "Уктам", "O'ktam", "Oktam")]
    [InlineData("Buxoro", "Бухара", "Бухоро")]
    [InlineData("İntiqam Əliyev", "Intigam Aliyev", "Интигам Алиев", "INTIGAM ALIYEV")]
    [InlineData("Cəfərov", "Jafarov", "Джафаров", "Dzhafarov", "Джафаров")]
    [InlineData("Xədicə İsmayılova", "Khadija Ismayilova", "Хадиджа Исмайылова")]
    [InlineData("Məmmədov", "Mammadov")]
    [InlineData("Məmmədov", "Mamedov", "Мамедов")]
    [InlineData("Kərimov", "Karimov")]
    [InlineData("Kərimov", "Kerimov", "Керимов")]
    [InlineData("Heydər", "Гейдар", "Heydar")]
    [InlineData("Маҳмадалӣ Ҳаитов", "Mahmadali Hayitov", "Махмадали Хаитов")]
    [InlineData("Тоҷикистон", "Таджикистан")]
    [InlineData("Тоҷикистон", "Tojikiston")]
    [InlineData("Berdimuhamedow", "Бердымухамедов", "Berdymukhamedov")]
    [InlineData("სააკაშვილი", "Saakashvili", "Саакашвили")]
    [InlineData("Փաշինյան", "Pashinyan", "Пашинян")]
    [InlineData("Ռուբեն", "Ruben", "Рубен")]
    [InlineData("UN-OHCHR", "UN OHCHR", "un-ohchr", "UN\u2011OHCHR")]
    [InlineData("e-mail", "E-MAIL", "email")]
    [InlineData("office", "ofﬁce", "ｏｆｆｉｃｅ", "of\u00ADfice", "of\u200Bfice", "of\u200Dfice", "of\u2060fice", "\uFEFFoffice")]
    [InlineData("2013", "٢٠١٣", "２０１３", "२०१३")]
    public void Transliterations_of_one_name_find_each_other(params string[] spellings)
    {
        foreach (var query in spellings)
        {
            foreach (var text in spellings) Finds(query, $"The case of {text}, 2013").ShouldBeTrue($"{query} in {text}");
        }
    }

    [Theory]
    [InlineData("Almaty", "Alma went to Altay")]
    [InlineData("Almaty", "Алма и Алматов")]
    [InlineData("Kozlov", "Kazakov")]
    [InlineData("Kuramshin", "Kramshin")]
    [InlineData("Maya", "Many marched in May")]
    [InlineData("ban", "Albania")]
    [InlineData("EU", "Europe")]
    [InlineData("Astana", "Kazakhstan")]
    [InlineData("Tuletaeva", "Taleeva")]
    [InlineData("2013", "2031")]
    [InlineData("Kozlov released", "Kozlov was arrested")]
    [InlineData("EU-Kazakhstan", "Kazakhstan and the EU")]
    [InlineData("B7-0167/2013", "B7-0168/2013 of 2013")]
    [InlineData("2011-2013", "20112013")]
    [InlineData("human", "common")]
    [InlineData("UN", "progress on reform")]
    [InlineData("trial", "control")]
    [InlineData("한국", "하늘")]
    public void Different_words_stay_apart(string query, string text) => Finds(query, text).ShouldBeFalse();

    [Theory]
    [InlineData("arrest", "arrests")]
    [InlineData("right", "human rights")]
    [InlineData("ban", "The party was banned")]
    [InlineData("Nursultan", "Nur-Sultan")]
    [InlineData("sultan", "Nur-Sultan")]
    [InlineData("nur sultan", "Nur-Sultan")]
    [InlineData("Nur-Sultan", "Nur Sultan")]
    [InlineData("Nur-Sultan", "Nursultan")]
    [InlineData("Nur-Sul", "Nur-Sultan")]
    [InlineData("EU-Kazakhstan", "EU-Kazakhstan human rights dialogue")]
    [InlineData("EU-Kazakhstan", "The EU–Kazakhstan dialogue")]
    [InlineData("EU–Kazakhstan", "The EU-Kazakhstan dialogue")]
    [InlineData("EU - Kazakhstan", "EU-Kazakhstan")]
    [InlineData("EU", "EU-Kazakhstan")]
    [InlineData("EU", "the EU's position")]
    [InlineData("EU's", "the EU position")]
    [InlineData("Kazakhstan", "EU-Kazakhstan")]
    [InlineData("Kaz", "EU-Kazakhstan")]
    [InlineData("B7-0167/2013", "Joint motion RC-B7-0167/2013 tabled")]
    [InlineData("RC-B7-0167/2013", "Joint motion RC-B7-0167/2013 tabled")]
    [InlineData("b7 0167", "Joint motion RC-B7-0167/2013 tabled")]
    [InlineData("Al-Hussein", "High Commissioner Zeid Ra'ad Al-Hussein speaks")]
    [InlineData("Hussein", "High Commissioner Zeid Ra'ad Al-Hussein speaks")]
    [InlineData("Raad", "High Commissioner Zeid Ra'ad Al-Hussein speaks")]
    [InlineData("El-Sisi", "Abdel-Fattah El-Sisi visits")]
    [InlineData("MEP-led", "an MEP-led visit")]
    [InlineData("MEP", "an MEP-led visit")]
    [InlineData("Kuramshin", "the trial of Kuram-\r\nshin went on")]
    [InlineData("№5", "приказ №5")]
    [InlineData("5", "приказ №5")]
    [InlineData("https://www.europarl.europa.eu/doceo/document/TA-7-2013-0190_EN.html", "see https://www.europarl.europa.eu/doceo/document/TA-7-2013-0190_EN.html.")]
    [InlineData("http://europarl.europa.eu/doceo/", "see (https://www.europarl.europa.eu/doceo/document/TA-7-2013-0190_EN.html)")]
    [InlineData("europarl.europa.eu", "https://www.europarl.europa.eu/doceo")]
    [InlineData("europarl", "https://www.europarl.europa.eu/doceo")]
    [InlineData("https://ru.wikipedia.org/wiki/Козлов", "https://ru.wikipedia.org/wiki/%D0%9A%D0%BE%D0%B7%D0%BB%D0%BE%D0%B2")]
    [InlineData("office@iphronline.org", "write to office@iphronline.org")]
    [InlineData("会议", "欧盟与哈萨克斯坦人权会议于布鲁塞尔举行")]
    [InlineData("P7_TA(2013)0190", "Text P7_TA(2013)0190 of 18 April")]
    [InlineData("2013/2600", "procedure 2013/2600(RSP)")]
    [InlineData("court Almaty", "Almaty district court")]
    [InlineData("", "anything")]
    [InlineData(" — ", "anything")]
    public void The_beginning_of_a_word_and_any_order_of_words_will_do(string query, string text) => Finds(query, text).ShouldBeTrue();

    [Theory]
    [InlineData("EU-Kazakhstan human rights dialogue", "EU–Kazakhstan Human Rights Dialogue")]
    [InlineData("EU-Kazakhstan human rights dialogue", "EU Kazakhstan human\u00A0rights dia\u00ADlogue")]
    [InlineData("Nur-Sultan", "Нурсултан")]
    [InlineData("Алёна", "Алена")]
    public void Names_that_differ_in_spelling_alone_are_the_same(string one, string other) => NameNormalizer.AreSame(one, other).ShouldBeTrue();

    [Fact]
    public void Any_text_folds_and_finds_itself() => OddText.Gen.Sample(text => Finds(text, text), iter: 20_000);

    [Fact]
    public void A_text_is_found_by_each_of_its_words() => OddText.Gen.Array[1, 4]
        .Sample(words => words.All(word => Finds(word, string.Join(' ', words))), iter: 5_000);

    [Theory]
    [InlineData("%D0%9A\ufffe://%00%ff\ud800%")]
    [InlineData("://")]
    [InlineData("www.")]
    [InlineData("-\r\n-")]
    public void Broken_addresses_fold_too(string text) => Finds(text, text).ShouldBeTrue();

    [Fact]
    public void A_long_run_of_ambiguous_letters_folds_to_little_more_than_itself() =>
        NameNormalizer.Of(new string('x', 10_000) + " " + string.Join(' ', Enumerable.Repeat("xəcёýгq", 1_000))).Length.ShouldBeLessThan(200_000);

    [Fact]
    public void Doubled_digits_are_not_one_digit() => Finds("2011", "201").ShouldBeFalse();
}
