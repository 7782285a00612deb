/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Several members of a consumer group in this instance. */
record GroupReading(List<? extends Reading> members) implements Reading {

    @Override
    public boolean caughtUp() {
        return !partitions().isEmpty();
    }

    @Override
    public Set<Integer> partitions() {
        return members.stream()
                .flatMap(member -> member.partitions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        members.forEach(Reading::close);
    }
}
