/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What desired values are for; the more special one decides. */
enum DesiredScope {
    MODEL("models"),
    GROUP("groups"),
    STATION("stations");

    private final String path;

    DesiredScope(String path) {
        this.path = path;
    }

    /** The form in REST. */
    @JsonValue
    String path() {
        return path;
    }

    static Optional<DesiredScope> ofPath(String path) {
        return Arrays.stream(values()).filter(scope -> scope.path.equals(path)).findFirst();
    }
}
