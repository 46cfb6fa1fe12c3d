package dev.backstep.data;

import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What came of reading a file of samples, or of a matrix.
public sealed interface CsvReading {

    /// @param words the features, from 0, that stand for texts: 0 or 1 each
    /// @param notes what was left out
    record Ok(Dataset data, Set<Integer> words, List<Message> notes) implements CsvReading {
        public Ok {
            words = Set.copyOf(words);
            notes = List.copyOf(notes);
        }
    }

    /// What the columns of a file hold, before it is decided what is learnt from what.
    ///
    /// @param hasHeader whether the first row names the columns
    /// @param rows below the header
    record Columns(List<Column> columns, boolean hasHeader, long rows) implements CsvReading {
        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /// A column of a file.
    ///
    /// @param name what the header calls it; empty if it does not
    /// @param different how many different values there are, up to [CsvLook#MOST]
    /// @param numbers how many values are numbers
    /// @param words how many are not
    /// @param missing how many rows have none
    /// @param least the least of its numbers, 0 if it has none
    /// @param greatest the greatest of them
    /// @param whole whether all numbers are whole
    /// @param counts whether it counts the rows, from 0 or from 1
    /// @param first the values of the first rows
    record Column(
            String name,
            int different,
            long numbers,
            long words,
            long missing,
            double least,
            double greatest,
            boolean whole,
            boolean counts,
            List<String> first) {
        public Column {
            first = List.copyOf(first);
        }

        /// Whether it has numbers among words, of which one kind is a slip.
        public boolean isMixed() {
            return numbers > 0 && words > 0;
        }

        /// Whether no row has a value.
        public boolean isEmpty() {
            return numbers + words == 0;
        }

        /// Whether it has more different words than can be learnt from.
        public boolean hasManyWords() {
            return numbers == 0 && different > CsvColumn.MAX_WORDS;
        }
    }

    /// A file that is numbers and nothing else.
    record Matrix(Tensor value) implements CsvReading {}

    /// All that is wrong in what was read, up to a score of lines.
    record Problems(List<CsvProblem> problems) implements CsvReading {
        public Problems {
            problems = List.copyOf(problems);
        }
    }

    /// Nothing was read: another time the same file may well be.
    record Unreadable(CsvProblem problem) implements CsvReading {}

    /// Shown in terminals, so characters that are not to be seen are written as their numbers.
    ///
    /// @param line the line of the file, from 1; 0 where it is about the whole file
    /// @param hint the way out; empty where there is nothing to say
    record CsvProblem(long line, Message message, Message hint) {
        public CsvProblem {
            message = seen(message);
            hint = seen(hint);
        }

        /// The same, told where the file alone is in sight.
        static List<CsvProblem> within(String file, List<CsvProblem> problems) {
            return problems.stream().map(p -> new CsvProblem(0, p.in(file), p.hint())).toList();
        }

        private static Message seen(Message message) {
            return switch (message) {
                case Message.Verbatim(String text) -> Message.verbatim(seen(text));
                case Message.Pattern(String key, Map<String, Message> arguments) ->
                        new Message.Pattern(
                                key,
                                arguments.entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey,
                                                        e -> seen(e.getValue()))));
            };
        }

        private static String seen(String text) {
            return text.codePoints().mapToObj(CsvProblem::seen).collect(Collectors.joining());
        }

        private static String seen(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE ->
                        "\\u%04x".formatted(c);
                default -> Character.toString(c);
            };
        }

        /// The message, with its line if it has one.
        public Message sentence() {
            return line == 0
                    ? message
                    : Message.of("csv.line").with("line", line).with("problem", message);
        }

        /// The same in the file of that name.
        public Message in(String file) {
            if (line > 0) {
                return Message.of("csv.at")
                        .with("file", file)
                        .with("line", line)
                        .with("problem", message);
            }
            return namesFile()
                    ? message
                    : Message.of("csv.of").with("file", file).with("problem", message);
        }

        private boolean namesFile() {
            return message instanceof Message.Pattern(String _, Map<String, Message> arguments)
                    && arguments.containsKey("file");
        }
    }
}
