package profile

// Defaults returns the settings of somebody who never changed any.
func Defaults() Settings {
	values := map[string]string{}
	for _, k := range Keys() {
		values[k.Name] = k.Default
	}
	return (&File{doc: document{values: values}}).Values()
}
