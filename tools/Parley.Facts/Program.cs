using System.CommandLine;
using Parley.Facts;
using Parley.Reports;
using Parley.Resolution;
using Parley.Resolution.Actors;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Files;

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
return new RootCommand("Compiles what Parley knows of the world.") { actors, cases }.Parse(args).Invoke();

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
