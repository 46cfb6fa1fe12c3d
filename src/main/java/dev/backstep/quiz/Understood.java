package dev.backstep.quiz;

import java.util.List;

/// How a wrong answer comes about.
///
/// @param slip what gives this very answer
/// @param also other slips that give the same, likelier ones first
public record Understood(Slip slip, List<Slip> also) {

    public Understood {
        also = List.copyOf(also);
    }
}
