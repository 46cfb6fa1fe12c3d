package dev.backstep.cli;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `backstep eval FILE`: every named value and gradient.
@Command(name = "eval", mixinStandardHelpOptions = true, description = "Print every named value and gradient.")
public final class Eval implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "a program")
    private Path file = Path.of("-");

    @Override
    public Integer call() {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            System.err.println(file + ": cannot be read as UTF-8 text");
            return 2;
        }
        return switch (Language.read(text)) {
            case Reading.Problems(var problems) -> {
                problems.forEach(p -> System.err.println(p.at(file.toString(), text)));
                yield 2;
            }
            case Reading.Ok(Model model) -> {
                print(model);
                yield 0;
            }
        };
    }

    private static void print(Model model) {
        Adjoint adjoint = Adjoint.of(model.graph(), model.output());
        Trace trace = Trace.of(adjoint.graph(), model.leaves());
        model.names().forEach((name, id) -> System.out.println(name + " = " + trace.value(id)
                + adjoint.gradient(id).map(g -> "    gradient " + trace.value(g)).orElse("")));
    }
}
