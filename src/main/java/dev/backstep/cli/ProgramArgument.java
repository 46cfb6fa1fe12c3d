package dev.backstep.cli;

import dev.backstep.data.CsvFiles;
import dev.backstep.graph.Op;
import dev.backstep.lang.Language;
import dev.backstep.lang.Learning;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.lang.Spelling;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The program a command works on: `FILE` and what `--set` changes about it.
final class ProgramArgument {

    private static final Pattern LITERAL = Pattern.compile("[-+0-9.eE\\[\\],; \\t]+");

    /// The most characters of an option that a message quotes.
    private static final int QUOTED = 60;

    @Parameters(paramLabel = "FILE", description = "A program; - is standard input.")
    private String file = "-";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "Another value for an input leaf: a number, or a matrix such as [1, 2; 3, 4]. Repeatable.")
    private List<String> settings = List.of();

    private @Nullable AsRead asRead;

    /// The program before `--set` changed anything.
    record AsRead(Source source, Model model) {}

    String file() {
        return file;
    }

    /// @throws CommandFailure where the file or a `--set` is wrong
    Model model(Streams streams) {
        return changed(read(streams));
    }

    /// The model for training, which takes its samples from the data set.
    ///
    /// @throws CommandFailure also where a `--set` is for a leaf that comes from there
    Model modelToTrain(Streams streams) {
        Model model = read(streams);
        for (String setting : settings) {
            String name = name(setting);
            Integer leaf = model.names().get(name);
            if (leaf != null && model.graph().node(leaf).op().equals(new Op.Leaf(Op.Role.DATA))) {
                throw new CommandFailure(
                        "--set "
                                + shown(setting)
                                + ": training takes "
                                + name
                                + " from the data set");
            }
        }
        return changed(model);
    }

    /// The program as it was read last.
    AsRead asRead() {
        return Objects.requireNonNull(asRead);
    }

    private Model read(Streams streams) {
        if (LessonHandout.isLesson(file)) {
            throw new CommandFailure(
                    shown(file)
                            + ": this is a lesson, no program (backstep render LESSON.md -o OUT.pdf"
                            + " makes a handout of it)");
        }
        Source source = Source.read(file, streams.in());
        return switch (Language.read(source.text(), CsvFiles.in(source.folder()))) {
            case ReadResult.Ok(Model ok) -> {
                ok.learning()
                        .map(Learning::notes)
                        .orElse(List.of())
                        .forEach(
                                note ->
                                        streams.err()
                                                .print("note: " + Bundle.ENGLISH.say(note) + "\n"));
                asRead = new AsRead(source, ok);
                yield ok;
            }
            case ReadResult.Problems(var problems) ->
                    throw new CommandFailure(
                            problems.stream().map(p -> p.at(file, source.text())).toList());
        };
    }

    private Model changed(Model model) {
        Model changed = model;
        for (String setting : settings) {
            changed = changed(changed, setting);
        }
        return changed;
    }

    private static Model changed(Model model, String setting) {
        int sign = setting.indexOf('=');
        Tensor value = sign > 0 ? literal(setting.substring(sign + 1)) : null;
        if (value == null) {
            throw new CommandFailure(
                    "--set " + shown(setting) + ": expected NAME=NUMBER or NAME=[1, 2; 3, 4]");
        }
        if (!model.names().containsKey(name(setting))) {
            throw new CommandFailure("--set " + shown(setting) + ": there is no leaf of that name");
        }
        try {
            return model.with(name(setting), value);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--set " + shown(setting) + ": " + e.getMessage());
        }
    }

    /// What stands before the sign, as the language spells names.
    private static String name(String setting) {
        int sign = setting.indexOf('=');
        return Spelling.name((sign < 0 ? setting : setting.substring(0, sign)).strip());
    }

    /// An option in a message: on one line, and no longer than a person reads.
    static String shown(String setting) {
        String line = setting.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED - 1) + "…";
    }

    /// The value of a literal, by the same grammar as in a program; null where it is none.
    private static @Nullable Tensor literal(String value) {
        if (!LITERAL.matcher(value).matches()) {
            return null;
        }
        String bracketed = "v = " + value.strip() + "\nL = sum(v)";
        return Language.read(bracketed) instanceof ReadResult.Ok(Model model)
                ? model.leaves().get(model.names().get("v"))
                : null;
    }
}
