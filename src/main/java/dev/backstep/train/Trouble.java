package dev.backstep.train;

import dev.backstep.text.Message;

/// Why a run may not learn.
///
/// @param evidence what was seen, with its numbers
/// @param remedy a thing to try
public record Trouble(Kind kind, Message evidence, Message remedy) {

    /// The kinds of trouble.
    public enum Kind {
        /// the loss does not move
        FLAT,
        /// all units of a layer are rectifiers that are off
        DEAD,
        /// all units of a hidden layer are on the flat ends of a sigmoid or a tanh
        SATURATED,
        /// a feature is over 100
        UNSCALED,
        /// the loss is a sum over the samples of a batch, not a mean
        SUMMED
    }

    static Trouble of(Kind kind, Message.Pattern evidence) {
        return new Trouble(kind, evidence, Message.of(remedy(kind)));
    }

    private static String remedy(Kind kind) {
        return switch (kind) {
            case FLAT -> "trouble.flat.try";
            case DEAD -> "trouble.dead.try";
            case SATURATED -> "trouble.saturated.try";
            case UNSCALED -> "trouble.unscaled.try";
            case SUMMED -> "trouble.summed.try";
        };
    }
}
