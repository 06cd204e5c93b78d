/**
 * What is known about the devices people work with, and where each fact came from. In come rosters
 * (the worker component tells of them); out go {@link org.kadam.device.entity.DeviceFacts facts}
 * with value, source and day, for offering help and nothing else.
 */
package org.kadam.device;
