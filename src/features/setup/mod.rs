//! What a server has chosen: its language and its zone. The form to change them comes later; until
//! then Discord's preferred locale and UTC hold.
