using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Parley.Conventions.Tests;

/// <summary>How code and data must look, where the compiler does not see to it.</summary>
public class FormTests
{
    private const int MostLines = 600;

    private static readonly string[] s_assemblies =
        ["Parley.Reports", "Parley.Intake", "Parley.Language", "Parley.Resolution", "Parley.Findings", "Parley.Reading", "Parley.Ledger", "Parley.Talks", "parley"];

    [Fact]
    public void RecordsAreImmutable()
    {
        foreach (var type in Types().Where(IsRecord))
        {
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Assert.True(!CanBeSet(property), $"{type}.{property.Name} can be set after birth.");
                Assert.True(!IsMutable(property.PropertyType), $"{type}.{property.Name} is a {property.PropertyType.Name}, which can be changed.");
            }
        }
    }

    [Fact]
    public void StructsAreReadonly()
    {
        foreach (var type in Types().Where(static type => type is { IsValueType: true, IsEnum: false, IsPublic: true }))
        {
            Assert.True(type.IsDefined(typeof(IsReadOnlyAttribute), false) || type.IsByRefLike, $"{type} is not readonly.");
        }
    }

    [Fact]
    public void NoFilePassesSixHundredLinesWithoutAReason()
    {
        foreach (var path in SourceTree.SourceFiles().Concat(SourceTree.Files("tests", "*.cs")))
        {
            var lines = File.ReadLines(path).Count();
            var hasReason = File.ReadLines(path).Take(5).Any(static line => line.StartsWith("// Long because ", StringComparison.Ordinal));
            Assert.True(lines <= MostLines || hasReason, $"{SourceTree.Relative(path)} has {lines} lines: split it, or begin it with \"// Long because …\".");
        }
    }

    [Fact]
    public void TheBanOnClocksRandomnessAndCultureIsLiftedOnlyWhereThePartsAreJoined()
    {
        var lifted = SourceTree.SourceFiles().Where(static path => File.ReadAllText(path).Contains("RS0030", StringComparison.Ordinal)).Select(SourceTree.Relative);
        Assert.Equal(["src/Parley.Cli/Program.cs"], lifted);
    }

    [Fact]
    public void EveryWordListHasAnExampleThatHoldsItsWord()
    {
        foreach (var path in SourceTree.Files("src", "*.tsv"))
        {
            var lines = File.ReadAllLines(path);
            var header = lines.Last(static line => line.StartsWith('#'));
            if (!header.Contains("\texample", StringComparison.Ordinal))
                continue;
            foreach (var row in lines.Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t')))
                Assert.True(row.Length > 1 && row[^1].Contains(row[0], StringComparison.OrdinalIgnoreCase), $"{SourceTree.Relative(path)}: {row[0]} is not in its example.");
        }
    }

    [Fact]
    public void DecisionsAreNumberedWithoutGapsOrDoubles()
    {
        var numbers = SourceTree.Files("docs/decisions", "*.md").Select(Path.GetFileName)
            .Where(static name => char.IsDigit(name![0])).Select(static name => int.Parse(name![..4], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    private static IEnumerable<Type> Types() => s_assemblies.SelectMany(static name => Assembly.Load(name).GetTypes())
        .Where(static type => type.Namespace?.StartsWith("Parley", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute), false));

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static bool CanBeSet(PropertyInfo property) =>
        property.SetMethod is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsMutable(Type type) =>
        type.IsArray || (type.IsGenericType && type.Namespace == "System.Collections.Generic" && typeof(IEnumerable).IsAssignableFrom(type) && !type.IsInterface);
}
