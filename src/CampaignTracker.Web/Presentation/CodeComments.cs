using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CampaignTracker.Web.Presentation;

/// <summary>
/// The documentation comments of the domain, from the file that the compiler puts beside its assembly: what is said once in the code is
/// said in the API's document too.
/// </summary>
internal sealed partial class CodeComments
{
    private readonly Dictionary<string, XElement> members;

    private CodeComments(Dictionary<string, XElement> members) => this.members = members;

    /// <summary>Reads the comments of assemblies; one without its file has none.</summary>
    public static CodeComments Of(params IEnumerable<Assembly> assemblies) => new(assemblies
        .Select(assembly => Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"))
        .Where(File.Exists)
        .SelectMany(file => XDocument.Load(file).Descendants("member"))
        // What a generator writes into two assemblies has one name and no comment of ours.
        .DistinctBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal));

    /// <summary>What a type is.</summary>
    public string? Of(Type type) => Text(members.GetValueOrDefault($"T:{Name(type)}")?.Element("summary"));

    /// <summary>What a property is: its own comment, or that of the record's parameter.</summary>
    public string? Of(PropertyInfo property) =>
        Text(members.GetValueOrDefault($"P:{Name(property.DeclaringType!)}.{property.Name}")?.Element("summary"))
        ?? Text(members.GetValueOrDefault($"T:{Name(property.DeclaringType!)}")?.Elements("param")
            .FirstOrDefault(param => param.Attribute("name")!.Value == property.Name));

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        var parts = element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } see =>
            (see.Attribute("cref") ?? see.Attribute("name"))!.Value.Split('.', ':')[^1],
            XElement inner => inner.Value,
            _ => "",
        });
        return Spaces().Replace(string.Concat(parts), " ").Trim() is { Length: > 0 } said ? said : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
