package dev.backstep.cli;

import dev.backstep.store.Folders;
import dev.backstep.store.Log;
import dev.backstep.text.Bundle;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line. Exit codes: 0 done; 1 a check failed, or training left the finite numbers; 2
/// the input or the options are wrong, or a file cannot be written; 130 Ctrl-C ended it.
@Command(
        name = "backstep",
        description = "Makes backpropagation visible.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true)
public final class Backstep {

    private Backstep() {}

    /// Runs one command on these streams and returns its exit code. Never throws. What is printed
    /// is out when it returns, or it is said that it could not be.
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        Sink sink = new Sink(out);
        PrintStream print = printing(sink);
        PrintStream complain = printing(err);
        int exit = run(args, new Streams(in, print, complain));
        print.flush();
        Optional<String> lost = sink.lost();
        lost.ifPresent(
                why ->
                        complain.print(
                                "backstep: standard output cannot be written: " + why + "\n"));
        complain.flush();
        return lost.isPresent() ? ExitCode.WRONG : exit;
    }

    private static PrintStream printing(OutputStream to) {
        return new PrintStream(
                new BufferedOutputStream(to, 1 << 16), false, StandardCharsets.UTF_8);
    }

    private static int run(String[] args, Streams streams) {
        PrintStream err = streams.err();
        // First, since what is loaded ahead is loaded while the command line is made
        Stream<Object> commands = commands(args.length == 0 ? "" : args[0], streams);
        CommandLine line = new CommandLine(new Backstep());
        commands.forEach(line::addSubcommand);
        line.setExpandAtFiles(false)
                .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((e, _) -> misused(e, err))
                .setExecutionExceptionHandler((e, _, _) -> failed(e, err));
        if (args.length == 0) {
            line.usage(err);
            return ExitCode.WRONG;
        }
        try {
            return line.execute(args);
        } catch (Throwable e) { // an Error too ends in a sentence
            return failed(e, err);
        }
    }

    /// The command that is asked for, since each takes a while to make; all of them if it is none
    /// of these.
    private static Stream<Object> commands(String asked, Streams streams) {
        return switch (asked) {
            case "eval" -> Stream.of(new Eval(streams));
            case "trace" -> Stream.of(new Steps(streams));
            case "check" -> Stream.of(new Check(streams));
            case "render" -> Stream.of(new Render(streams, FormulasAhead.begin()));
            case "train" -> Stream.of(new Train(streams));
            default ->
                    Stream.of(
                            new Eval(streams),
                            new Steps(streams),
                            new Check(streams),
                            new Render(streams, FormulasAhead.NONE),
                            new Export(streams),
                            new Train(streams),
                            new Import(streams),
                            new ForSystem(streams));
        };
    }

    /// Says that there is no display for the window, and what works without one.
    public static int withoutDisplay(PrintStream err) {
        err.print(
                "backstep: there is no display for the window; try 'backstep eval FILE' or 'backstep --help'\n");
        return ExitCode.WRONG;
    }

    private static int misused(ParameterException e, PrintStream err) {
        if (e.getArgSpec() instanceof OptionSpec option
                && e.getValue() != null
                && Number.class.isAssignableFrom(option.type())) {
            String value = ProgramArgument.shown(e.getValue());
            String what = option.type() == Double.class ? "number" : "whole number, or too large";
            err.print(option.longestName() + " " + value + ": this is not a " + what + "\n");
            return ExitCode.WRONG;
        }
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        err.print("backstep: " + complaint(e) + "\nTry '" + command + " --help'.\n");
        return ExitCode.WRONG;
    }

    private static String complaint(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return String.valueOf(e.getMessage());
        }
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String first = ProgramArgument.shown(unmatched.getUnmatched().getFirst());
        String known =
                command.subcommands().entrySet().stream()
                        .filter(c -> !c.getValue().getCommandSpec().usageMessage().hidden())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
        return known.isEmpty()
                ? "one argument too many: " + first
                : "there is no command " + first + "; the commands are " + known;
    }

    private static int failed(Throwable e, PrintStream err) {
        if (e instanceof CommandFailure refused) {
            refused.tell(err);
            return refused.exit();
        }
        err.print("backstep: " + sentence(e) + "\n");
        return ExitCode.WRONG;
    }

    private static String sentence(Throwable e) {
        return switch (e) {
            case OutOfMemoryError _ -> "this program needs more memory than there is";
            case StackOverflowError _ -> "this program is nested too deeply";
            case ExceptionInInitializerError i when i.getCause() instanceof UncheckedIOException ->
                    whyNotReady(i.getCause());
            default -> Bundle.ENGLISH.say(Log.of(Folders.here()).failure(e));
        };
    }

    /// What every command needs, such as fonts, could not be loaded: the reason is the innermost.
    private static String whyNotReady(@Nullable Throwable e) {
        Throwable inner = e;
        while (inner != null && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner == null ? "cannot start" : String.valueOf(inner.getMessage());
    }
}
