package dev.backstep.export.figure;

import dev.backstep.layout.Size;
import dev.backstep.paint.Theme;
import java.awt.Graphics2D;
import java.util.Optional;
import java.util.OptionalInt;

/// Something explained on a sheet, in words, formulas and tables from top to bottom.
public interface Explained {

    /// The smallest type of words, in units.
    double SMALLEST_TYPE = FigureText.SMALLEST;

    /// The width of one that has a page for itself.
    double PAGE = 680;

    /// The width of one in a column of 84 mm, whose type is 6 points or more.
    double COLUMN = 388;

    /// The room it takes.
    Size size();

    /// The smallest type on it, in units.
    double smallestType();

    /// What it is about, in a sentence.
    String title();

    /// The first letter of its formulas that no font has.
    OptionalInt missing();

    /// What its words come from: `program` or `lesson`.
    default String source() {
        return "program";
    }

    /// What is said above it of a mistake that backward is computed with, and what that does;
    /// nothing if its numbers are right all the same, or it says so itself.
    default Optional<Noted> mistake() {
        return Optional.empty();
    }

    /// Draws all of it with its upper left corner at (`x`, `y`).
    void paint(Graphics2D g, Theme theme, double x, double y);

    /// What is said of a mistake.
    record Noted(String what, String effect) {}
}
