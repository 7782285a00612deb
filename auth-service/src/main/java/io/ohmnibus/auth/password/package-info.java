/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Changes of the passwords of stations (A01). From the moment a new password is on its way, both
 * are accepted. The station's answer ends that, or, when none arrives, the password that it uses
 * the next time it connects; so no station is locked out by a lost answer.
 */
@NullMarked
package io.ohmnibus.auth.password;

import org.jspecify.annotations.NullMarked;
