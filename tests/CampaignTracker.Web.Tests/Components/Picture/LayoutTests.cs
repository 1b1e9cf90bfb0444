using CampaignTracker.Web.Components.Picture;

namespace CampaignTracker.Web.Tests.Components.Picture;

/// <summary>What holds for every layout of the picture, whatever was recorded.</summary>
public sealed class LayoutTests
{
    // As much as two lines of text may share without being hard to read.
    private const double Shared = 3.5;

    public static TheoryData<bool, int, int, int> Pictures
    {
        get
        {
            var data = new TheoryData<bool, int, int, int>();
            foreach (var (steps, conditions) in new[] { (0, 0), (0, 2), (1, 1), (4, 2), (8, 3), (9, 6), (12, 4) })
            {
                for (var seed = 1; seed <= 5; seed++)
                {
                    data.Add(true, steps, conditions, seed);
                    data.Add(false, steps, conditions, seed);
                }
            }
            return data;
        }
    }

    private static Drawing Draw(bool wide, int steps, int conditions, int seed)
    {
        var content = RandomAgreement.Of(seed, steps, conditions).Content;
        return wide ? WideLayout.Of(content) : NarrowLayout.Of(content);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Everything_that_leads_somewhere_can_be_hit_and_nothing_lies_on_another(bool wide, int steps, int conditions, int seed)
    {
        var links = Draw(wide, steps, conditions, seed).Links.ToList();
        foreach (var link in links)
        {
            link.Name.ShouldNotBeNullOrWhiteSpace();
            link.Hit.Width.ShouldBeGreaterThanOrEqualTo(24, link.Name);
            link.Hit.Height.ShouldBeGreaterThanOrEqualTo(24, link.Name);
        }
        // Of two that touch, a place of 24 by 24 around the middle of each is free.
        var targets = links.ConvertAll(link => new Area(link.Hit.X + link.Hit.Width / 2 - 12, link.Hit.Y + link.Hit.Height / 2 - 12, 24, 24));
        for (var i = 0; i < targets.Count; i++)
            for (var j = 0; j < i; j++) targets[i].Overlaps(targets[j]).ShouldBeFalse($"{links[i].Name} and {links[j].Name}");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void No_text_lies_on_another_leaves_the_picture_or_is_smaller_than_11(bool wide, int steps, int conditions, int seed)
    {
        var drawing = Draw(wide, steps, conditions, seed);
        var labels = drawing.Labels.ToList();
        labels.ShouldAllBe(label => label.Size >= 11);
        foreach (var label in labels)
        {
            label.Area.X.ShouldBeGreaterThanOrEqualTo(-4, label.Text);
            label.Area.Right.ShouldBeLessThanOrEqualTo(drawing.Width + 4, label.Text);
            label.Area.Bottom.ShouldBeLessThanOrEqualTo(drawing.Height, label.Text);
        }
        for (var i = 0; i < labels.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (labels[i].Area, labels[j].Area);
                if (!one.Overlaps(other)) continue;
                var height = Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y);
                var width = Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X);
                Math.Min(height, width).ShouldBeLessThanOrEqualTo(Shared, $"{labels[i].Text} and {labels[j].Text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Each_step_has_its_sign_and_a_link_that_says_its_verdict(bool wide, int steps, int conditions, int seed)
    {
        var content = RandomAgreement.Of(seed, steps, conditions).Content;
        var drawing = wide ? WideLayout.Of(content) : NarrowLayout.Of(content);
        var links = drawing.Links.Where(link => link.To == LinkTarget.Step).ToList();
        links.Select(link => link.Id).ShouldBe(content.Steps.Select(step => $"{step.Event}"));
        foreach (var (link, step) in links.Zip(content.Steps))
        {
            link.Name.ShouldContain(step.Word);
            link.Shapes.ShouldContain(shape => shape.Paint.Fill == Signs.ColourOf(step.Verdict) || shape.Paint.Stroke == Signs.ColourOf(step.Verdict));
        }
    }

    [Theory]
    [InlineData(8, 3)]
    [InlineData(11, 3)]
    public void Looking_from_an_earlier_day_moves_nothing(int steps, int conditions)
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var one = RandomAgreement.Of(seed, steps, conditions);
            var now = one.Content;
            var then = one.On(new(2018, 3, 1)).Within(now);
            foreach (var draw in new Func<PictureContent, Drawing>[] { WideLayout.Of, content => NarrowLayout.Of(content) })
            {
                var (early, late) = (draw(then), draw(now.Within(now)));
                var places = late.Links.Where(link => link.To == LinkTarget.Step).ToDictionary(link => link.Id, link => link.Hit);
                foreach (var link in early.Links.Where(link => link.To == LinkTarget.Step && places.ContainsKey(link.Id))) link.Hit.ShouldBe(places[link.Id], link.Name);
            }
        }
    }

    [Fact]
    public void A_large_picture_stays_below_its_bound()
    {
        var content = RandomAgreement.Large(steps: 60, conditions: 100);
        content.IsLarge.ShouldBeTrue();
        var bytes = Svg.Page.Write(WideLayout.Of(content), link => $"/campaign/why/{link.Id}").Length;
        for (var from = 0; from < 12; from += NarrowLayout.MostLines) bytes += Svg.Page.Write(NarrowLayout.Of(content, from), link => $"/campaign/why/{link.Id}").Length;
        bytes.ShouldBeLessThan(600_000);
        Svg.Page.Write(WideLayout.Of(content), link => $"/campaign/why/{link.Id}").Length.ShouldBeLessThan(400_000);
    }

    [Fact]
    public void Dates_at_the_ends_of_the_calendar_make_the_picture_neither_endless_nor_empty()
    {
        var content = RandomAgreement.Of(2).Content;
        var early = content.Steps[0] with { At = CampaignTracker.Edtf.EdtfDate.Parse("0001/2013-04-18") };
        content = content with { Steps = [early, .. content.Steps.Skip(1)], Day = new(9999, 12, 31) };
        WideLayout.Of(content).Width.ShouldBe(WideLayout.Width);
        NarrowLayout.Of(content).Height.ShouldBeLessThan(2_000);
    }

    [Fact]
    public void What_was_recorded_is_written_as_text()
    {
        var content = RandomAgreement.Of(1).Content;
        content = content with { Agreement = "<script>alert(1)</script>", Lines = [content.Lines[0] with { Name = "\"><script>" }] };
        var svg = Svg.Page.Write(WideLayout.Of(content), link => $"/c/events/{link.Id}");
        svg.ShouldNotContain("<script");
        svg.ShouldContain("&lt;script&gt;");
        svg.ShouldNotContain("style=");
    }
}
