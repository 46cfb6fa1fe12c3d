package dev.backstep.quiz;

import java.util.List;

/// How a wrong answer comes about.
///
/// @param what what gives this very answer
/// @param also other misconceptions that give the same, likelier ones first
public record RecognisedMistake(Misconception what, List<Misconception> also) {

    public RecognisedMistake {
        also = List.copyOf(also);
    }
}
