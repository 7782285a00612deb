/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

/** Another member of the group may have the partition by now: it handles the record, not we. */
final class NoLongerOurs extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoLongerOurs() {
        super("not sure that the partitions are ours");
    }
}
