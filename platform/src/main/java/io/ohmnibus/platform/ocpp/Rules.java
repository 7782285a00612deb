/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Requirements of the specification as named predicates; the first one broken is reported. */
public final class Rules<Q> {

    private record Rule<Q>(String requirement, String text, Predicate<Q> holds) {}

    private final List<Rule<Q>> rules;

    public Rules() {
        this(List.of());
    }

    private Rules(List<Rule<Q>> rules) {
        this.rules = rules;
    }

    /** These rules and one more. */
    public Rules<Q> require(String requirement, String text, Predicate<Q> holds) {
        List<Rule<Q>> more = new ArrayList<>(rules);
        more.add(new Rule<>(requirement, text, holds));
        return new Rules<>(List.copyOf(more));
    }

    /** The request itself, or a {@link RuleViolation} for the first rule it breaks. */
    public Mono<Q> check(Q request) {
        for (Rule<Q> rule : rules) {
            if (!rule.holds().test(request)) {
                return Mono.error(new RuleViolation(rule.requirement(), rule.text()));
            }
        }
        return Mono.just(request);
    }
}
