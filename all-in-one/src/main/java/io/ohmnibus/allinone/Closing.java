/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what has to be closed; what fails to close must not keep the rest open. */
final class Closing {

    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("{} did not close", part, e);
        }
    }
}
