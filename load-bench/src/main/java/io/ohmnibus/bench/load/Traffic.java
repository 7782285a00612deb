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

    /** Whether an answer is what the station wants to hear; a CALLRESULT, unless more is said. */
    default boolean succeeds(String answer) {
        return answer.startsWith("[3,");
    }

    /** The same CALLs, whose answers must say Accepted as well. */
    default Traffic accepted() {
        Traffic self = this;
        return new Traffic() {
            @Override
            public String call(int station, long n, String messageId) {
                return self.call(station, n, messageId);
            }

            @Override
            public boolean succeeds(String answer) {
                return self.succeeds(answer) && answer.contains("\"status\":\"Accepted\"");
            }
        };
    }
}
