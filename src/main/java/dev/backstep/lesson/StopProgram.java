package dev.backstep.lesson;

import dev.backstep.lang.Model;
import java.util.Optional;

/// The program of a stop.
///
/// @param text as the window opens it
/// @param file the file beside the lesson that it stands in; nothing if it stands in the lesson
/// @param model what it means
public record StopProgram(String text, Optional<String> file, Model model) {}
