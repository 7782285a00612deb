/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Problem.Violation;
import java.util.List;
import java.util.regex.Pattern;

/** Ids that operators give to groups and locations. */
public final class RegistryId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9*_.:-]{1,36}");

    private RegistryId() {}

    /** What is wrong with an id, if anything. */
    public static List<Violation> violations(String field, String id) {
        return FORM.matcher(id).matches()
                ? List.of()
                : List.of(new Violation(field, "has 1 to 36 of A-Z a-z 0-9 * - _ . :"));
    }

    /** Ends the request with 400 when the id cannot be one. */
    public static void require(String field, String id) {
        List<Violation> wrong = violations(field, id);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
