using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace CampaignTracker.Web.Viewpoints;

/// <summary>Says which section of a campaign a page is.</summary>
/// <param name="name">The section as addresses, styles and the texts of the navigation call it; empty for the campaign's home.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SectionAttribute(string name) : Attribute
{
    public string Name => name;

    /// <summary>Its place in the navigation, from 1; 0 where it has none.</summary>
    public int Place { get; init; }

    /// <summary>True where it lies under "More"; false where it is in the menu itself.</summary>
    public bool UnderMore { get; init; }
}

/// <summary>The sections of the pages, as the pages themselves name them.</summary>
public static class PageSections
{
    private static readonly List<Type> Pages = [.. typeof(PageSections).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(RouteAttribute)))];

    private static readonly List<SectionAttribute> Placed =
        [.. Pages.Select(Find).OfType<SectionAttribute>().Where(section => section.Place > 0).OrderBy(section => section.Place)];

    /// <summary>The sections of the navigation, in their order: those of the menu, then those under "More".</summary>
    public static IReadOnlyList<string> Navigation { get; } = [.. Placed.Select(section => section.Name)];

    /// <summary>The sections that the menu shows.</summary>
    public static IReadOnlyList<string> Menu { get; } = [.. Placed.Where(section => !section.UnderMore).Select(section => section.Name)];

    /// <summary>The sections that lie under "More".</summary>
    public static IReadOnlyList<string> More { get; } = [.. Placed.Where(section => section.UnderMore).Select(section => section.Name)];

    /// <summary>The names that a subject cannot have at the second place of an address, since a page stands there.</summary>
    public static IReadOnlySet<string> Taken { get; } = Pages.SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => route.Template.Trim('/').Split('/'))
        .Where(parts => parts.Length > 1 && parts[0] == "{Campaign}" && !parts[1].StartsWith('{')).Select(parts => parts[1])
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The section of a page; null where it is none.</summary>
    public static SectionAttribute? Find(Type page) => page.GetCustomAttribute<SectionAttribute>();
}
