/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

/** What stations say, one CALL after the other. */
@FunctionalInterface
public interface Traffic {

    /**
     * The next CALL of a station.
     *
     * @param station its number, from 0
     * @param n counts its messages of this run from 0
     * @param messageId to use in it
     */
    String call(int station, long n, String messageId);
}
