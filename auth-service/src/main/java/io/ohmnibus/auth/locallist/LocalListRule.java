/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.platform.web.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens are in the local list of a station, among those that may charge there at all.
 *
 * @param tokens All, those of some Groups, or None
 * @param groupIds the groups, compared without regard to case; with Groups only
 * @param refused whether tokens that may not charge are listed too, with the reason: a station that
 *     accepts unknown tokens while it is offline refuses them then
 */
record LocalListRule(
        @Nullable Tokens tokens, @Nullable List<String> groupIds, @Nullable Boolean refused) {

    private static final int MOST_GROUPS = 1000;

    /** Which tokens. */
    enum Tokens {
        All,
        Groups,
        None
    }

    /** What is wrong with a rule as somebody entered it. */
    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        List<String> groups = groupIds == null ? List.of() : groupIds;
        if (tokens == null) {
            violations.add(new Violation("tokens", "is All, Groups or None"));
        }
        if ((tokens == Tokens.Groups) == groups.isEmpty()) {
            violations.add(new Violation("groupIds", "go with tokens Groups, at least one"));
        }
        if (groups.size() > MOST_GROUPS
                || groups.stream().anyMatch(group -> group.isBlank() || group.indexOf('\0') >= 0)) {
            violations.add(
                    new Violation(
                            "groupIds", "are at most " + MOST_GROUPS + ", none of them empty"));
        }
        return violations;
    }

    /** The groups as they are compared. */
    String[] groupKeys() {
        return groupIds == null
                ? new String[0]
                : groupIds.stream()
                        .map(group -> group.toLowerCase(Locale.ROOT))
                        .toArray(String[]::new);
    }

    boolean listsRefused() {
        return Boolean.TRUE.equals(refused);
    }
}
