package dev.backstep.cli;

import java.util.Collection;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of the command line for `man`, in roff, from the same model that picocli reads
/// arguments by.
final class ManPage {

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String of(CommandLine line) {
        ManPage man = new ManPage();
        man.write(line.getCommandSpec());
        return man.page.toString();
    }

    private void write(CommandSpec spec) {
        line(".TH BACKSTEP 1 \"\" \"Backstep " + Version.PROGRAM + "\" \"User Commands\"");
        line(".SH NAME");
        line(spec.name() + " \\- " + text(words(spec)));
        line(".SH SYNOPSIS");
        line(".B " + spec.name());
        line("[\\fIFILE\\fR]");
        line(".br");
        line(".B " + spec.name());
        line("\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIFILE\\fR]");
        line(".SH DESCRIPTION");
        line("Without a command, a window opens on FILE: a program (.bs) or a lesson (.md).");
        line(".SH OPTIONS");
        options(spec);
        line(".SH COMMANDS");
        for (CommandLine command : shown(spec.subcommands().values())) {
            CommandSpec sub = command.getCommandSpec();
            line(".SS " + spec.name() + " " + sub.name() + operands(sub));
            line(text(words(sub)));
            options(sub);
        }
        line(".SH EXIT STATUS");
        exit("0", "Done.");
        exit("1", "A check failed, or a number of a training is no longer finite.");
        exit("2", "The input or the options are wrong; nothing was written.");
        exit("130", "Training was stopped by Ctrl-C.");
    }

    private static Collection<CommandLine> shown(Collection<CommandLine> commands) {
        return commands.stream().filter(c -> !c.getCommandSpec().usageMessage().hidden()).toList();
    }

    private static String words(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private static String operands(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .map(label -> " " + text(label))
                .collect(Collectors.joining());
    }

    private void options(CommandSpec spec) {
        for (PositionalParamSpec operand : spec.positionalParameters()) {
            entry("\\fI" + text(operand.paramLabel()) + "\\fR", operand);
        }
        for (OptionSpec option : spec.options()) {
            if (spec.parent() != null && (option.usageHelp() || option.versionHelp())) {
                continue; // told once for all commands
            }
            String names = String.join(", ", option.names());
            boolean valued = option.arity().max() > 0;
            String label = valued ? " \\fI" + text(option.paramLabel()) + "\\fR" : "";
            entry("\\fB" + text(names) + "\\fR" + label, option);
        }
    }

    private void entry(String head, ArgSpec arg) {
        if (!arg.hidden()) {
            line(".TP");
            line(head);
            line(text(String.join(" ", arg.renderedDescription())));
        }
    }

    private void exit(String code, String words) {
        line(".TP");
        line("\\fB" + code + "\\fR");
        line(words);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /// As text: a line that begins with `.` or `'` would be a request, and `-` a hyphen.
    private static String text(String words) {
        String escaped = words.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
