//! Reading the catalogue is public.
