package dev.backstep.cli;

import dev.backstep.export.DotGraph;
import dev.backstep.export.LatexWalk;
import dev.backstep.export.MarkdownWalk;
import dev.backstep.export.PyTorchScript;
import dev.backstep.export.TikzGraph;
import dev.backstep.graph.Detail;
import dev.backstep.lang.Model;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagrams;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Refusal;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `backstep export FILE --to FORMAT`: the walk, its derivation or its graph as text for other
/// programs.
@Command(
        name = "export",
        description = "Write the walk or its graph as text for other programs.",
        mixinStandardHelpOptions = true)
final class Export implements Callable<Integer> {

    private enum To {
        LATEX,
        DOT,
        MARKDOWN,
        JSON,
        PYTORCH,
        TIKZ
    }

    @Mixin private final ShownArgument program = new ShownArgument();

    @Mixin private final DetailOption detail = new DetailOption();

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "latex, tikz, dot, markdown, json or pytorch.")
    private String to = "";

    @Option(
            names = "-o",
            paramLabel = "OUT",
            description = "The file to write; without it, or for -, it is printed.")
    private @Nullable String out;

    @Option(
            names = "--step",
            paramLabel = "STEP",
            description =
                    "That step alone, as trace counts them; of dot and tikz: the graph at that step.")
    private @Nullable String step;

    @Option(names = "--edges", description = "Count steps by edges, as trace --edges does.")
    private boolean edges;

    private final Streams streams;

    Export(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        To format = format();
        if ((format == To.JSON || format == To.PYTORCH) && step != null) {
            throw new CommandFailure("--step goes with --to latex, tikz, dot and markdown");
        }
        if (format == To.PYTORCH) {
            refuseForScript();
        }
        OutFile file =
                out == null || out.equals("-") ? null : OutFile.of("-o", out, program.file());
        Evaluated run = program.evaluate(streams, edges ? Story.Grain.EDGES : Story.Grain.NODES);
        Walkthrough w = detail.of(run.w(), run.model(), Detail.Level.OPERATIONS);
        int index = step == null ? -1 : StepOption.index(step, w.story());
        String script = format == To.PYTORCH ? script(run.model()) : "";
        if (file == null) {
            write(format, run, w, index, script, streams.out());
        } else {
            file.write(stream -> write(format, run, w, index, script, stream));
        }
        return 0;
    }

    /// A script has all of the program, as it begins.
    private void refuseForScript() {
        if (program.after().isGiven()) {
            throw new CommandFailure("--after does not go with --to pytorch");
        }
        if (edges || detail.isGiven()) {
            throw new CommandFailure(
                    "--edges, --detail, --fold and --open do not go with --to pytorch");
        }
    }

    private To format() {
        for (To known : To.values()) {
            if (known.name().equalsIgnoreCase(to)) {
                return known;
            }
        }
        throw new CommandFailure(
                "--to "
                        + ProgramArgument.shown(to)
                        + ": the formats are latex, tikz, dot, markdown, json and pytorch");
    }

    /// @param index the step that is asked for; −1: the last
    private static Diagram diagram(Walkthrough w, int index) {
        Arrangement arrangement = Arrangements.in(PictureOptions.ROOM, w, FormulaPainter::measure);
        int step = index < 0 ? w.size() - 1 : index;
        return Diagrams.marked(w, arrangement, step);
    }

    /// @throws CommandFailure if the program cannot be written for PyTorch
    private static String script(Model model) {
        try {
            return PyTorchScript.of(model);
        } catch (Refusal e) {
            throw new CommandFailure("--to pytorch: " + Bundle.ENGLISH.say(e.why()));
        }
    }

    /// @param index the step that is asked for; −1: all of them
    /// @param script for PyTorch, if it is asked for
    private static void write(
            To format, Evaluated run, Walkthrough w, int index, String script, OutputStream to) {
        PrintWriter text = new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        switch (format) {
            case LATEX -> {
                LatexWalk latex = new LatexWalk(w, Numbers.DEFAULT);
                if (index < 0) {
                    latex.all(text);
                } else {
                    latex.one(text, index);
                }
            }
            case MARKDOWN -> {
                MarkdownWalk markdown = new MarkdownWalk(w, Numbers.DEFAULT, Bundle.ENGLISH);
                if (index < 0) {
                    markdown.all(text);
                } else {
                    markdown.one(text, index);
                }
            }
            case DOT ->
                    new DotGraph(w, index < 0 ? w.size() - 1 : index, Numbers.DEFAULT).write(text);
            case JSON -> Steps.report(run, w).steps(to);
            case PYTORCH -> text.print(script);
            case TIKZ -> new TikzGraph(diagram(w, index)).write(text);
        }
        text.flush();
    }
}
