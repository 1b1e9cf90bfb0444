using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Components.Picture;

namespace CampaignTracker.Web.Tests.Components.Picture;

/// <summary>What holds for both layouts of the picture, whatever was recorded.</summary>
public sealed class LayoutTests
{
    public static TheoryData<bool, int, int> Pictures
    {
        get
        {
            var data = new TheoryData<bool, int, int>();
            foreach (var wide in new[] { true, false })
            {
                foreach (var (gates, marks) in new[] { (0, 0), (1, 1), (9, 9), (14, 40) })
                    for (var seed = 0; seed < 5; seed++) data.Add(wide, gates * 1_000 + marks, seed);
            }
            return data;
        }
    }

    private static (PictureContent Content, Drawing Drawing) Draw(bool wide, int size, int seed)
    {
        var content = Pictured.Of(
            Pictured.Dates(size / 1_000, seed), Pictured.Dates(size % 1_000, seed + 100), Pictured.Dates(size % 1_000, seed + 200), []);
        return (content, wide ? WideLayout.Of(content) : NarrowLayout.Of(content));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Every_mark_can_be_hit_and_none_lies_on_another(bool wide, int size, int seed)
    {
        var (_, drawing) = Draw(wide, size, seed);
        foreach (var link in drawing.Links)
        {
            link.Hit.Width.ShouldBeGreaterThanOrEqualTo(24);
            link.Hit.Height.ShouldBeGreaterThanOrEqualTo(24);
            link.Hit.X.ShouldBeGreaterThanOrEqualTo(0, link.Title);
            link.Hit.Right.ShouldBeLessThanOrEqualTo(drawing.Width, link.Title);
            link.Hit.Bottom.ShouldBeLessThanOrEqualTo(drawing.Height, link.Title);
        }
        // Targets of 24 around the symbols: what WCAG 2.2 asks to be free of others.
        var targets = drawing.Links.Select(link => new Box(link.X - 12, link.Y - 12, 24, 24, "")).ToList();
        for (var i = 0; i < targets.Count; i++)
            for (var j = 0; j < i; j++)
                targets[i].Overlaps(targets[j]).ShouldBeFalse($"{drawing.Links[i].Title} and {drawing.Links[j].Title}");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_keyboard_reaches_every_mark_in_the_order_of_time(bool wide, int size, int seed)
    {
        var (content, drawing) = Draw(wide, size, seed);
        drawing.Links.Select(link => link.Event).ShouldBe(
            [.. content.Gates.Select(gate => gate.Event), .. content.Lines.SelectMany(line => line.Marks.Select(mark => mark.Event))]);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void No_label_of_a_gate_lies_on_another_gates_label(bool wide, int size, int seed)
    {
        var (_, drawing) = Draw(wide, size, seed);
        var labels = drawing.Links.SelectMany(link => link.Pieces.OfType<Label>().Select(label => (link, Box: BoxOf(label)))).ToList();
        for (var i = 0; i < labels.Count; i++)
            for (var j = 0; j < i; j++)
                if (labels[i].link != labels[j].link)
                    labels[i].Box.Overlaps(labels[j].Box).ShouldBeFalse($"{labels[i].link.Title} and {labels[j].link.Title}");
    }

    [Fact]
    public void Gates_close_in_time_keep_apart()
    {
        var drawing = WideLayout.Of(Pictured.Of(["2015-12-21", "2016-05-01"]));
        drawing.Links[0].Hit.Overlaps(drawing.Links[1].Hit).ShouldBeFalse();
        drawing.Links[1].Y.ShouldBeLessThan(drawing.Links[0].Y, "a later gate is a rung higher");
        drawing.Links[1].X.ShouldBeGreaterThan(drawing.Links[0].X);
    }

    [Fact]
    public void A_partial_date_is_drawn_as_the_stretch_that_it_can_mean()
    {
        var drawing = WideLayout.Of(Pictured.Of(["2014", "2015-12-21"]));
        var stretch = drawing.Links[0].Pieces.OfType<Box>().Single();
        var year = WideLayout.Of(Pictured.Of(["2014-01-01", "2014-12-31"]));
        stretch.X.ShouldBe(year.Links[0].X, 0.01);
        stretch.Right.ShouldBe(year.Links[1].X, 0.01);
        drawing.Links[1].Pieces.OfType<Box>().ShouldBeEmpty();
    }

    [Fact]
    public void Looking_from_an_earlier_day_moves_nothing_but_the_day()
    {
        var now = Pictured.Of(Pictured.SampleGates, ["2013-02-14"]);
        var then = now with { Day = new(2015, 12, 21), DayName = "21 Dec 2015" };
        WideLayout.Of(then).Links.Select(link => (link.X, link.Y)).ShouldBe(WideLayout.Of(now).Links.Select(link => (link.X, link.Y)));
        WideLayout.Of(then).Backdrop.OfType<Line>().Single(line => line.Class == "p-day").X1
            .ShouldBeLessThan(WideLayout.Of(now).Backdrop.OfType<Line>().Single(line => line.Class == "p-day").X1);
    }

    [Fact]
    public void On_a_phone_a_year_in_which_much_happened_is_longer_than_a_quiet_one()
    {
        var marks = Enumerable.Range(1, 9).Select(month => $"2012-0{month}-01").ToArray();
        var years = NarrowLayout.Of(Pictured.Of([], marks)).Backdrop.OfType<Label>().Where(label => label.Class == "t-year").Select(label => label.Y).ToList();
        (years[2] - years[1]).ShouldBeGreaterThan(3 * (years[4] - years[3]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_gate_of_the_year_1_makes_the_picture_neither_endless_nor_black(bool wide)
    {
        var content = Pictured.Of(["0001/2013-04-18", "2015-12-21"], ["2013-02-14"]) with { From = new(1, 1, 1), To = new(9999, 12, 31) };
        var drawing = wide ? WideLayout.Of(content) : NarrowLayout.Of(content);
        drawing.Height.ShouldBeLessThan(4_000);
        var years = drawing.Backdrop.OfType<Label>().Where(label => label.Class == "t-year").Select(label => wide ? label.X : label.Y).ToList();
        years.Count.ShouldBeInRange(5, 200);
        years.Zip(years.Skip(1), (one, next) => next - one).Min().ShouldBeGreaterThanOrEqualTo(20);
        drawing.Backdrop.OfType<Trace>().Single(trace => trace.Class == "p-year").Path.Count(c => c == 'M').ShouldBeLessThan(200);
    }

    [Fact]
    public void Many_conditions_make_the_phones_picture_wider_and_lose_none()
    {
        var drawing = NarrowLayout.Of(Pictured.Of([], [.. Enumerable.Range(0, 12).Select(_ => new[] { "2013-02-14" })]));
        drawing.Width.ShouldBeGreaterThan(NarrowLayout.LeastWidth);
        drawing.Links.Count.ShouldBe(12);
    }

    [Fact]
    public void What_was_recorded_is_written_as_text()
    {
        var content = Pictured.Of(["2015-12-21"]);
        content = content with { Title = "<script>alert(1)</script>", Gates = [content.Gates[0] with { Title = "\"><script>", Name = "&<>" }] };
        var svg = Svg.Write(WideLayout.Of(content), "w", id => $"/c/events/{id}");
        svg.ShouldNotContain("<script");
        svg.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        svg.ShouldNotContain("style=");
    }

    private static Box BoxOf(Label label)
    {
        var width = label.Text.Length * 6.2;
        return new(label.Anchor == "end" ? label.X - width : label.X, label.Y - 10, width, 12, "");
    }

    [Fact]
    public void Two_conditions_that_ask_the_same_words_have_a_line_each()
    {
        var content = Pictured.Of(["2015-12-21"], ["2013-05-01"], ["2014-06-01"]);
        content = content with { Lines = [.. content.Lines.Select(line => line with { Title = "Release the prisoners" })] };
        WideLayout.Of(content).Backdrop.OfType<Label>().Where(label => label.Text == "Release the prisoners").Select(label => label.Y).Distinct().Count().ShouldBe(2);
    }
}
