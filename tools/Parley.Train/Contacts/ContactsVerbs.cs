using System.CommandLine;
using System.Globalization;
using Parley.Findings.Contacts;
using Parley.Findings.Gold;
using Parley.Findings.Trees;
using Parley.Language.Models;
using Parley.Train.Gold;
using Parley.Train.Networks;

namespace Parley.Train.Contacts;

/// <summary><c>contacts</c>: trains who was in touch with whom.</summary>
internal static class ContactsVerbs
{
    /// <summary>Trains the decisions.</summary>
    public static Command Train()
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of gold reports.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var command = new Command("contacts", "Trains models/en/contacts.model.") { folders, output };
        command.SetAction(result =>
        {
            var statuses = new List<(uint[] Features, int Label)>();
            var means = new List<(uint[] Features, int Label)>();
            var (marked, unfound) = (0, 0);
            foreach (var (gold, document, resolved, _) in GoldReading.Read(result.GetRequiredValue(folders)))
            {
                var features = new ContactFeatures(resolved);
                var hit = new HashSet<GoldContact>();
                foreach (var (first, second, sides) in ContactReader.Pairs(document, resolved))
                {
                    if (!features.Fill(first, second, sides))
                        continue;
                    var same = gold.Contacts.Where(own => IsPair(own, first, second)).ToArray();
                    var told = same.FirstOrDefault(own => own.Evidence.Start < second.Token.Span.End && own.Evidence.End > first.Token.Span.Start);

                    // A contact is marked once where the report tells it more than once: elsewhere nothing is learnt of its two sides.
                    if (told is null && same.Length > 0)
                        continue;
                    var list = features.Values.ToArray();
                    statuses.Add((list, told is null ? 0 : (int)StatusOf(told)));
                    if (told is null)
                        continue;
                    hit.Add(told);
                    means.Add((list, (int)told.Means));
                }

                marked += gold.Contacts.Length;
                unfound += gold.Contacts.Length - hit.Count;
            }

            var model = new Model();
            new ContactModel(Learning.Of(statuses, ContactModel.Statuses, new LearningOptions()), Learning.Of(means, ContactModel.AllMeans, new LearningOptions())).Write(model);
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, model.ToBytes());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{statuses.Count} pairs, {marked} contacts; {unfound} are of no pair of words"));
        });
        return command;
    }

    private static ContactStatus StatusOf(GoldContact own) => own.Happened ? ContactStatus.Happened : own.Planned ? ContactStatus.Planned : ContactStatus.Denied;

    private static bool IsPair(GoldContact own, SideMention first, SideMention second) => (own.From == first.Side && own.To == second.Side) || (own.From == second.Side && own.To == first.Side);
}
