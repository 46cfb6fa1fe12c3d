package dev.backstep.cli;

import dev.backstep.data.NpyWriter;
import dev.backstep.onnx.OnnxModel;
import dev.backstep.onnx.OnnxProgram;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `backstep import MODEL.onnx`: a model of another program as a program of the language.
@Command(
        name = "import",
        description = "Write a model in the format ONNX as a program.",
        mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "A model: a .onnx file.")
    private String file = "";

    @Option(
            names = "-o",
            paramLabel = "OUT",
            description =
                    "The program to write, OUT.bs, and beside it large weights as OUT-NAME.npy; else all is printed.")
    private @Nullable String out;

    private final Streams streams;

    Import(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try {
            Path path = Path.of(file);
            String name = String.valueOf(path.getFileName());
            if (out == null) {
                OnnxModel model = OnnxProgram.model(path);
                streams.out()
                        .print(
                                OnnxProgram.of(model, name, Optional.empty(), Bundle.ENGLISH)
                                        .text());
                return 0;
            }
            return write(path, name, out);
        } catch (InvalidPathException e) {
            throw new CommandFailure(ProgramArgument.shown(file) + ": this is not a file name");
        } catch (Refusal e) {
            throw new CommandFailure(
                    ProgramArgument.shown(file) + ": " + Bundle.ENGLISH.say(e.why()));
        }
    }

    private int write(Path path, String name, String to) {
        if (!to.toLowerCase(Locale.ROOT).endsWith(".bs")) {
            throw new CommandFailure(
                    "-o " + ProgramArgument.shown(to) + ": the name of a program must end in .bs");
        }
        OutFile program = OutFile.of("-o", to, file);
        OnnxProgram made =
                OnnxProgram.of(
                        OnnxProgram.model(path),
                        name,
                        Optional.of(OnnxProgram.stem(Path.of(to))),
                        Bundle.ENGLISH);
        List<Map.Entry<String, Tensor>> weights = List.copyOf(made.files().entrySet());
        List<String> names = new ArrayList<>();
        weights.forEach(weight -> names.add(weight.getKey()));
        names.add(program.name());
        program.write(
                names,
                (i, stream) -> {
                    if (i < weights.size()) {
                        NpyWriter.write(weights.get(i).getValue(), stream);
                    } else {
                        stream.write(made.text().getBytes(StandardCharsets.UTF_8));
                    }
                });
        return 0;
    }
}
