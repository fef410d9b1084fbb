// Force-included when better-sqlite3 is compiled for the fallback runtime (Electron 33, Node 20).
//
// Why: better-sqlite3 13 is written against Node-API 10, the fallback runtime stops at Node-API 9. Of what version 10
// added the addon uses one thing: a reference to a value of any type. Version 9 refuses to make one for numbers,
// strings, booleans, bigints, null and undefined, and the addon would crash on the first such reference.
//
// How: a value that version 9 cannot refer to is put into a one-element array marked with a type tag, and the reference
// is made to that array; reading the reference takes the value out again. Everything else passes through untouched.
// A held value lives as long as its reference is strong, which is how the addon uses references.
#pragma once
#include <node_api.h>

namespace parkdesk {

// Any 128 bits that nothing else marks its objects with.
constexpr napi_type_tag kHolder = {0x7061726b6465736bULL, 0x686f6c642d6e6139ULL};

inline bool CanBeReferred(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

inline napi_status Hold(napi_env env, napi_value value, napi_value* holder) {
  napi_status status = napi_create_array_with_length(env, 1, holder);
  if (status == napi_ok) status = napi_set_element(env, *holder, 0, value);
  if (status == napi_ok) status = napi_type_tag_object(env, *holder, &kHolder);
  return status;
}

inline napi_status CreateReference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status == napi_ok && !CanBeReferred(type)) status = Hold(env, value, &value);
  return status == napi_ok ? napi_create_reference(env, value, count, result) : status;
}

inline napi_status GetReferenceValue(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;
  napi_valuetype type;
  status = napi_typeof(env, *result, &type);
  if (status != napi_ok || type != napi_object) return status;
  bool held = false;
  status = napi_check_object_type_tag(env, *result, &kHolder, &held);
  return status == napi_ok && held ? napi_get_element(env, *result, 0, result) : status;
}

}  // namespace parkdesk

#define napi_create_reference parkdesk::CreateReference
#define napi_get_reference_value parkdesk::GetReferenceValue
