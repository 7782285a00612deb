/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.allowance;

import io.ohmnibus.platform.web.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what operators enter; so strict that every station can be told about it. */
public final class AllowanceRules {

    private final List<Violation> violations = new ArrayList<>();

    /** What is wrong so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Status, priority, places and hours. */
    public void check(
            @Nullable String status,
            @Nullable Integer priority,
            @Nullable Map<String, List<Integer>> places,
            @Nullable HoursDocument hours) {
        require(TokenStatus.entered(status).isPresent(), "status", "is not a status of a token");
        require(
                priority == null || (-9 <= priority && priority <= 9),
                "chargingPriority",
                "must be between -9 and 9");
        require(
                places == null
                        || places.values().stream()
                                .allMatch(evses -> evses.stream().allMatch(evse -> evse > 0)),
                "allowedAt",
                "EVSE ids are greater than 0");
        require(
                hours == null || hours.hours().isPresent(),
                "allowedHours",
                "have a time zone and 1 to 50 periods with from and until");
    }

    /** A text that has to be there. */
    public void text(String field, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            require(false, field, "is required");
        } else {
            require(text.length() <= max, field, "has more than " + max + " characters");
            require(
                    text.chars().noneMatch(Character::isISOControl),
                    field,
                    "has control characters");
        }
    }

    public void require(boolean holds, String field, String message) {
        if (!holds) {
            violations.add(new Violation(field, message));
        }
    }
}
