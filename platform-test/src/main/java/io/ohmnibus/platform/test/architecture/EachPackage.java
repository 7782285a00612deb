/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/**
 * Every package for itself, its parent too. Only the protocol's vocabulary counts as one: its
 * catalogue names the messages, which are made of types with constraints, which know the versions.
 */
final class EachPackage implements SliceAssignment {

    private static final String PROTOCOL = "io.ohmnibus.ocpp";
    private static final Set<String> VOCABULARY =
            Set.of(PROTOCOL, PROTOCOL + ".message", PROTOCOL + ".type", PROTOCOL + ".constraint");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        var name = type.getPackageName();
        if (VOCABULARY.contains(name)) {
            return SliceIdentifier.of(PROTOCOL);
        }
        return name.startsWith("io.ohmnibus.")
                ? SliceIdentifier.of(name)
                : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "each package";
    }
}
