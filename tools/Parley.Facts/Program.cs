using System.CommandLine;
using Parley.Facts;
using Parley.Reports;
using Parley.Resolution;
using Parley.Resolution.Actors;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Files;
using Parley.Resolution.Places;

var data = new Option<DirectoryInfo>("--data") { Description = "The folder that holds actors/ and conflicts/.", Required = true };
var output = new Option<FileInfo>("--out") { Description = "Where the file goes.", Required = true };
var actors = new Command("actors", "Checks the actors and conflicts, and compiles them into the file that is built in.") { data, output };
actors.SetAction(parsed => Compile(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(output).FullName));
var tables = new Argument<FileInfo[]>("tables") { Description = "Tables of mentions in context.", Arity = ArgumentArity.OneOrMore };
var misses = new Option<bool>("--misses") { Description = "Lists what is wrong." };
var cases = new Command("cases", "Resolves the mentions of tables and counts what is right.") { tables, misses };
cases.SetAction(parsed =>
{
    CaseScorer.Score(parsed.GetRequiredValue(tables).Select(static file => file.FullName), Knowledge.BuiltIn, Console.Out, parsed.GetValue(misses) ? Console.Out : null);
});
var towns = new Option<FileInfo>("--towns") { Description = "The table that towns.mjs writes.", Required = true };
var places = new Command("places", "Checks the places, and compiles them with the towns into the file that is built in.") { data, towns, output };
places.SetAction(parsed => CompilePlaces(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(towns).FullName, parsed.GetRequiredValue(output).FullName));
return new RootCommand("Compiles what Parley knows of the world.") { actors, places, cases }.Parse(args).Invoke();

static int Compile(string data, string output)
{
    var faults = new List<Fault>();
    var set = ActorSet.Of(ActorFiles.Read(Path.Combine(data, "actors"), faults), faults);
    var conflicts = ConflictFiles.Read(Path.Combine(data, "conflicts"), set, faults);
    foreach (var fault in faults)
        Console.Error.WriteLine(fault);
    if (faults.Count > 0)
        return 1;
    File.WriteAllBytes(output, FactFile.Write(set.All, conflicts));
    Console.WriteLine($"{set.All.Length} actors, {conflicts.Length} conflicts, {new FileInfo(output).Length} bytes");
    return 0;
}

static int CompilePlaces(string data, string towns, string output)
{
    var faults = new List<Fault>();
    var folder = Path.Combine(data, "places");
    ImmutableArray<NamedPlace> all = [.. PlaceFile.ReadTables(folder, faults), .. PlaceFile.ReadTowns(towns, Path.Combine(folder, "countries.tsv"))];
    var actors = ActorSet.Of(ActorFiles.Read(Path.Combine(data, "actors"), faults), faults);
    foreach (var place in all.Where(place => place.Place.Countries.Any(country => actors.Find(country) is null)))
        faults.Add(new Fault(ResolutionFaults.NoSuchActor, folder, $"a country of \"{place.Place.Name}\""));
    foreach (var fault in faults)
        Console.Error.WriteLine(fault);
    if (faults.Count > 0)
        return 1;
    File.WriteAllBytes(output, PlaceFile.Write(all));
    Console.WriteLine($"{all.Length} places, {new FileInfo(output).Length} bytes");
    return 0;
}
