using Parley.Train.Networks;
using Parley.Train.Syntax;
using Parley.Train.Treebanks;

namespace Parley.Train.Tests;

/// <summary>The way back through the network, checked against finite differences of its loss.</summary>
public class GradientTests
{
    /// <summary>Single precision and the rectifier's bend leave no more; a wrong gradient is off by a multiple.</summary>
    private const double Tolerance = 0.03;

    private static readonly SyntaxConfig s_small = new()
    {
        WordWidth = 32,
        SuffixWidth = 16,
        PrefixWidth = 16,
        ShapeWidth = 16,
        NgramWidth = 16,
        NgramRows = 64,
        Units = 32,
        ArcWidth = 32,
        LabelWidth = 32,
    };

    [Fact]
    public void EveryKindOfWeightHasTheGradientThatTheLossShows()
    {
        TreebankSentence[] sentences =
        [
            Sentence("The:DET:2:det envoys:NOUN:3:nsubj met:VERB:0:root"),
            Sentence("Talks:NOUN:2:nsubj resumed:VERB:0:root after:ADP:5:case two:NUM:5:nummod days:NOUN:2:obl"),
            Sentence("Both:DET:2:nsubj agreed:VERB:0:root"),
        ];
        var labels = SyntaxLabels.Of([.. sentences, .. sentences]) with { Features = ["Case=Nom", "_"] };
        var network = new SyntaxNetwork(s_small, labels);
        var features = labels.ToWordFeatures(s_small.NgramRows);
        var examples = sentences.Select(sentence => labels.ToExample(sentence, features)).ToArray();
        var workspace = new Workspace(s_small.Layers);
        network.Learn(examples, workspace, 0, 1, null);
        var generator = new Generator(7);
        foreach (var parameter in network.Parameters)
        {
            var gradient = parameter.Gradient(0).ToArray();
            var asked = Enumerable.Range(0, gradient.Length).Where(i => gradient[i] != 0).ToArray();
            Assert.True(asked.Length > 0, $"{parameter.Name} learns nothing.");
            for (var trial = 0; trial < 12; trial++)
            {
                var i = asked[generator.Next(asked.Length)];
                var shown = Difference(parameter, i);
                Assert.True(
                    Math.Abs(shown - gradient[i]) <= Tolerance * Math.Max(0.2, Math.Abs(shown)),
                    $"{parameter.Name}[{i}]: {gradient[i]}, but the loss shows {shown}.");
            }
        }

        double Difference(Parameter parameter, int i)
        {
            const float by = 2e-3f;
            var value = parameter.Value.Span[i];
            var above = LossAt(value + by);
            var below = LossAt(value - by);
            LossAt(value);
            return (above - below) / (2 * by);

            double LossAt(float at)
            {
                parameter.Value.Span[i] = at;
                return network.Judge(examples, workspace);
            }
        }
    }

    private static TreebankSentence Sentence(string text) => new(
        "", "", false, false,
        [
            .. text.Split(' ').Select(static word => word.Split(':')).Select(static parts =>
                new TreebankWord(parts[0], parts[0], parts[1], parts[1], "_", int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture), parts[3], "_")),
        ],
        []);
}
